export { FailureNotice, type FailureNoticeProps } from './FailureNotice';
