import type { SloAlerting, SloSpecification } from '../SloSpecification';
import { readLabels } from '../checks/labels';
import type { Mapping } from '../yaml/Mapping';
import type { Spelling } from './spelling';

/** Reads the alerting of an objective: a name is needed unless both alerts are disabled. */
export function readAlerting(
  slo: Mapping,
  spelling: Spelling,
): SloSpecification['alerting'] | undefined {
  if (!slo.has('alerting')) {
    slo.problems.refuse(
      slo.place('alerting'),
      '"alerting" is missing: name the alert, or disable both',
    );
    return undefined;
  }
  const alerting = slo.child('alerting');
  if (!alerting) return undefined;
  const { pageAlert, ticketAlert, passedOver, values } = spelling;
  alerting.only([
    'name',
    'labels',
    'annotations',
    pageAlert,
    ticketAlert,
    ...Object.keys(passedOver),
  ]);
  for (const [other, meant] of Object.entries(passedOver)) {
    if (alerting.has(other)) {
      alerting.problems.note(
        alerting.keyPlace(other),
        `has no effect here: this format writes "${meant}"`,
      );
    }
  }
  const page = readAlert(alerting, pageAlert, spelling);
  const ticket = readAlert(alerting, ticketAlert, spelling);
  const isSilent = page.disable && ticket.disable;
  return {
    name:
      (isSilent ? alerting.text('name') : alerting.requiredText('name')) ?? '',
    labels: readLabels(alerting, 'labels', values),
    annotations: readLabels(alerting, 'annotations', values),
    page,
    ticket,
  };
}

function readAlert(
  alerting: Mapping,
  key: string,
  { values }: Spelling,
): SloAlerting {
  const alert = alerting.child(key);
  if (!alert) return { disable: false, labels: {}, annotations: {} };
  alert.only(['disable', 'labels', 'annotations']);
  return {
    disable: alert.flag('disable') ?? false,
    labels: readLabels(alert, 'labels', values),
    annotations: readLabels(alert, 'annotations', values),
  };
}
