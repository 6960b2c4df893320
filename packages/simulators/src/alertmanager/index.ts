export { createAlertmanagerSimulator } from './createAlertmanagerSimulator';
