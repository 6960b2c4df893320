import type { SloSeverity } from '@shopstack/plugin-slo-common';
import type { Sample } from '../upstream/PrometheusReader';
import type { RecordedAlert } from './InstanceOverview';

/**
 * The alerts of one objective by severity and name, pages first. Of several series of one alert the one that fires counts.
 *
 * @param alerts - of `ALERTS`, value 1
 * @param times - of `ALERTS_FOR_STATE`, whose value is when the expression began to hold
 */
export function toRecordedAlerts(
  alerts: readonly Sample[],
  times: readonly Sample[],
): RecordedAlert[] {
  const found = new Map<string, RecordedAlert>();
  for (const { labels } of alerts) {
    const alert = toRecordedAlert(labels, times);
    if (!alert) {
      continue;
    }
    const key = JSON.stringify([alert.severity, alert.name]);
    if (alert.status === 'firing' || !found.has(key)) {
      found.set(key, alert);
    }
  }
  return [...found.values()].sort(
    (one, other) =>
      Number(one.severity !== 'page') - Number(other.severity !== 'page') ||
      one.name.localeCompare(other.name, 'en'),
  );
}

function toRecordedAlert(
  labels: Record<string, string>,
  times: readonly Sample[],
): RecordedAlert | undefined {
  const status = labels.alertstate;
  if (status !== 'firing' && status !== 'pending') {
    return undefined;
  }
  const began = times.find(time => isOf(time.labels, labels))?.value;
  return {
    name: labels.alertname ?? '',
    severity: severityOf(labels),
    status,
    ...(isMoment(began) && { since: new Date(began * 1000).toISOString() }),
  };
}

/** Whoever writes alerts of their own may not know the label of Sloth. */
function severityOf(labels: Record<string, string>): SloSeverity {
  return (labels.sloth_severity ?? labels.severity) === 'page'
    ? 'page'
    : 'ticket';
}

function isOf(
  time: Record<string, string>,
  alert: Record<string, string>,
): boolean {
  return Object.entries(alert).every(
    ([name, value]) =>
      name === '__name__' || name === 'alertstate' || time[name] === value,
  );
}

const LATEST = 8.64e12;

function isMoment(seconds: number | undefined): seconds is number {
  return seconds !== undefined && seconds > 0 && seconds < LATEST;
}
