import { ActiveAlert } from '../../prometheus';

/** A firing alert that began a minute before `now` (Unix milliseconds). */
export function firing(
  labels: Record<string, string>,
  now: number,
): ActiveAlert {
  const startedAt = new Date(Math.floor(now / 1000) * 1000 - 60_000);
  return {
    labels,
    annotations: { summary: `${labels.alertname} fires` },
    state: 'firing',
    activeAt: startedAt.toISOString(),
    firedAt: startedAt.toISOString(),
    value: 1,
    generatorURL: 'http://localhost:7104/graph',
  };
}

export function exampleAlerts(now: number): ActiveAlert[] {
  return [
    firing(
      {
        alertname: 'Burn',
        sloth_id: 'order-a',
        sloth_service: 'order',
        sloth_severity: 'page',
      },
      now,
    ),
    firing(
      {
        alertname: 'Burn',
        sloth_id: 'order-a',
        sloth_service: 'order',
        sloth_severity: 'ticket',
      },
      now,
    ),
    firing(
      {
        alertname: 'Burn',
        sloth_id: 'cart-a',
        sloth_service: 'cart',
        sloth_severity: 'ticket',
      },
      now,
    ),
    firing(
      { alertname: 'Disk "full"', severity: 'critical', mount: '/vär' },
      now,
    ),
  ];
}
