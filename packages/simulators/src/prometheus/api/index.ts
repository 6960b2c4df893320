export { activeAlerts, type ActiveAlert } from './activeAlerts';
export { createApplication } from './createApplication';
export type { PrometheusParts } from './PrometheusParts';
