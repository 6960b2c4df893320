import { MetricFamily } from '../ModelSeries';
import { PodSubject } from './PodSubject';
import { targetLabels } from './targetLabels';

interface BusinessCounter {
  readonly name: string;
  readonly help: string;
  readonly service: string;
  /** Labels of each series with its share of the service's requests that succeed. */
  readonly series: readonly (readonly [Record<string, string>, number])[];
  /** Grows by fractions, as money does. */
  readonly fractional?: boolean;
}

const COUNTERS: readonly BusinessCounter[] = [
  {
    name: 'orders_total',
    help: 'Orders, by outcome.',
    service: 'order',
    series: [
      [{ status: 'completed' }, 0.118],
      [{ status: 'failed' }, 0.002],
    ],
  },
  {
    name: 'order_revenue_total',
    help: 'Value of completed orders in euros.',
    service: 'order',
    series: [[{ currency: 'EUR' }, 0.118 * 64.7]],
    fractional: true,
  },
  {
    name: 'payments_total',
    help: 'Payments, by method and outcome.',
    service: 'payment',
    series: [
      [{ method: 'card', outcome: 'succeeded' }, 0.102],
      [{ method: 'card', outcome: 'declined' }, 0.006],
      [{ method: 'wallet', outcome: 'succeeded' }, 0.041],
      [{ method: 'wallet', outcome: 'declined' }, 0.001],
    ],
  },
  {
    name: 'cart_created_total',
    help: 'Carts that got their first item.',
    service: 'cart',
    series: [[{}, 0.14]],
  },
  {
    name: 'cart_abandoned_total',
    help: 'Carts that expired with items in them.',
    service: 'cart',
    series: [[{}, 0.096]],
  },
  {
    name: 'user_logins_total',
    help: 'Sign-ins, by outcome.',
    service: 'user',
    series: [
      [{ outcome: 'succeeded' }, 0.08],
      [{ outcome: 'refused' }, 0.005],
    ],
  },
  {
    name: 'user_registrations_total',
    help: 'New accounts.',
    service: 'user',
    series: [[{}, 0.004]],
  },
  {
    name: 'notifications_sent_total',
    help: 'Notifications sent, by channel.',
    service: 'notification',
    series: [
      [{ channel: 'email' }, 0.7],
      [{ channel: 'sms' }, 0.12],
    ],
  },
  {
    name: 'inventory_reservations_total',
    help: 'Reservations of stock, by outcome.',
    service: 'inventory',
    series: [
      [{ outcome: 'reserved' }, 0.09],
      [{ outcome: 'out_of_stock' }, 0.003],
    ],
  },
  {
    name: 'recommendations_served_total',
    help: 'Recommendations shown.',
    service: 'recommendations',
    series: [[{}, 0.95]],
  },
];

/** What a shop counts beside requests; each is there for the one service that counts it. */
export const BUSINESS: readonly MetricFamily<PodSubject>[] = COUNTERS.map(
  ({ name, help, service, series, fractional = false }) => ({
    name,
    names: [name],
    metadata: { type: 'counter', help },
    series: ({ target, model: { curve } }) => {
      if (target.service !== service) return [];
      return series.map(([labels, share]) => ({
        labels: targetLabels(target, name, labels),
        life: target,
        shape: {
          kind: 'counter',
          whole: !fractional,
          amount: time =>
            target.weight * share * (curve.requests(time) - curve.errors(time)),
        },
      }));
    },
  }),
);
