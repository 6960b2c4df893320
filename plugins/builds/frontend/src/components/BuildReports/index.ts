export { BuildReports } from './BuildReports';
