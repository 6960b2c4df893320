export { ScanState } from './ScanState';
export { SeverityLabel } from './SeverityLabel';
