/** The names that people know them by. */
export const PROMETHEUS = 'Prometheus';
export const ALERTMANAGER = 'Alertmanager';
