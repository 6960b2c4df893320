export { type DashboardOptions, generateDashboard } from './generateDashboard';
