import { Request, Router } from 'express';
import { ActiveAlert } from '../prometheus';
import { groupLabels } from './configuration';
import { filtersOf, flag, only } from './filters';
import { GettableAlert, gettableAlerts } from './gettableAlerts';
import { matchesLabels } from './matchers';
import { SilenceStore } from './SilenceStore';

export interface AlertSource {
  alerts(): readonly ActiveAlert[];
}

/** Alerts, one by one and in the groups they are notified in. */
export function alertRoutes(
  prometheus: AlertSource,
  silences: SilenceStore,
): Router {
  const router = Router();
  const wanted = (request: Request) =>
    select(
      request,
      gettableAlerts(prometheus.alerts(), silences.list(), silences.now),
    );
  router.get('/alerts', (request, response) => {
    const alerts = wanted(request);
    alerts.sort((one, other) => (one.fingerprint < other.fingerprint ? -1 : 1));
    response.json(alerts);
  });
  router.get('/alerts/groups', (request, response) => {
    response.json(grouped(wanted(request)));
  });
  return router;
}

function select(request: Request, alerts: GettableAlert[]): GettableAlert[] {
  const matchers = filtersOf(request);
  const receiver = only(request, 'receiver');
  const expression = receiver ? new RegExp(`^(?:${receiver})$`) : undefined;
  const isShown = {
    active: flag(request, 'active'),
    silenced: flag(request, 'silenced'),
    inhibited: flag(request, 'inhibited'),
  };
  return alerts.filter(({ labels, status, receivers }) => {
    if (!matchesLabels(matchers, labels)) return false;
    if (expression && !receivers.some(({ name }) => expression.test(name))) {
      return false;
    }
    if (status.state === 'active') return isShown.active;
    return (
      (isShown.silenced || status.silencedBy.length === 0) &&
      (isShown.inhibited || status.inhibitedBy.length === 0)
    );
  });
}

function grouped(alerts: readonly GettableAlert[]) {
  const groups = new Map<
    string,
    {
      labels: Record<string, string>;
      receiver: { name: string };
      alerts: GettableAlert[];
    }
  >();
  for (const alert of alerts) {
    const labels = groupLabels(alert.labels);
    const [receiver] = alert.receivers;
    const key = JSON.stringify([labels, receiver.name]);
    const group = groups.get(key) ?? { labels, receiver, alerts: [] };
    group.alerts.push(alert);
    groups.set(key, group);
  }
  return [...groups.keys()].sort().map(key => groups.get(key)!);
}
