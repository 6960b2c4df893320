import type { SloPlan } from './planSlo';

/** The severities that an objective alerts with: none where it names no alert. */
export function alertSeverities({
  slo: { alerting },
  options,
}: SloPlan): ('page' | 'ticket')[] {
  if (alerting.name === '' || options.disableAlerts) return [];
  return (['page', 'ticket'] as const).filter(
    severity => !alerting[severity].disable,
  );
}
