export { SourceNotice, type SourceNoticeProps } from './SourceNotice';
export { sourceTitle } from './sourceTitle';
