export { describeAge, type Age } from './describeAge';
export { exactTime } from './exactTime';
export { formatDuration } from './formatDuration';
export { RelativeTime, type RelativeTimeProps } from './RelativeTime';
export { useNow } from './useNow';
