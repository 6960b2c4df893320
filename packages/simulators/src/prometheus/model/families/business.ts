import { MetricFamily } from '../ModelSeries';
import { PodSubject } from './PodSubject';
import { podTraffic } from './podTraffic';
import { targetLabels } from './targetLabels';

/** How many of one kind come of each request that succeeds and of each that fails. */
interface BusinessSeries {
  readonly labels: Record<string, string>;
  readonly ofGood: number;
  /** 0 when absent. */
  readonly ofErrors?: number;
}

interface BusinessCounter {
  readonly name: string;
  readonly help: string;
  readonly service: string;
  readonly series: readonly BusinessSeries[];
  /** Grows by fractions, as money does. */
  readonly fractional?: boolean;
}

/** Named as the services of the examples name them, where those count. */
const COUNTERS: readonly BusinessCounter[] = [
  {
    name: 'orders_total',
    help: 'Orders, by outcome.',
    service: 'order',
    series: [
      { labels: { outcome: 'confirmed' }, ofGood: 0.118 },
      { labels: { outcome: 'rejected' }, ofGood: 0.0013, ofErrors: 0.12 },
      { labels: { outcome: 'cancelled' }, ofGood: 0.0007 },
    ],
  },
  {
    name: 'order_revenue_total',
    help: 'Value of confirmed orders in euros.',
    service: 'order',
    series: [{ labels: { currency: 'EUR' }, ofGood: 0.118 * 64.7 }],
    fractional: true,
  },
  {
    name: 'payments_total',
    help: 'Captures, by outcome.',
    service: 'payment',
    series: [
      { labels: { outcome: 'captured' }, ofGood: 0.143 },
      { labels: { outcome: 'declined' }, ofGood: 0.007 },
      { labels: { outcome: 'failed' }, ofGood: 0.00002, ofErrors: 0.15 },
    ],
  },
  {
    name: 'cart_created_total',
    help: 'Carts that got their first item.',
    service: 'cart',
    series: [{ labels: {}, ofGood: 0.14 }],
  },
  {
    name: 'cart_abandoned_total',
    help: 'Carts that expired with items in them.',
    service: 'cart',
    series: [{ labels: {}, ofGood: 0.063 }],
  },
  {
    name: 'user_logins_total',
    help: 'Sign-ins, by outcome.',
    service: 'user',
    series: [
      { labels: { outcome: 'succeeded' }, ofGood: 0.08 },
      { labels: { outcome: 'refused' }, ofGood: 0.005 },
    ],
  },
  {
    name: 'user_registrations_total',
    help: 'New accounts.',
    service: 'user',
    series: [{ labels: {}, ofGood: 0.004 }],
  },
  {
    name: 'notifications_total',
    help: 'Messages, by template and outcome.',
    service: 'notification',
    series: ['order-confirmed', 'order-shipped'].flatMap(template => [
      { labels: { template, outcome: 'sent' }, ofGood: 0.41 },
      { labels: { template, outcome: 'later' }, ofGood: 0.004, ofErrors: 0.3 },
      {
        labels: { template, outcome: 'given-up' },
        ofGood: 0.0007,
        ofErrors: 0.11,
      },
    ]),
  },
  {
    name: 'inventory_reservations_total',
    help: 'Reservations of stock, by outcome.',
    service: 'inventory',
    series: [
      { labels: { outcome: 'reserved' }, ofGood: 0.09 },
      { labels: { outcome: 'out_of_stock' }, ofGood: 0.003 },
    ],
  },
  {
    name: 'recommendations_served_total',
    help: 'Recommendations shown.',
    service: 'recommendations',
    series: [{ labels: {}, ofGood: 0.95 }],
  },
];

/** What a shop counts beside requests; each is there for the one service that counts it. */
export const BUSINESS: readonly MetricFamily<PodSubject>[] = COUNTERS.map(
  ({ name, help, service, series, fractional = false }) => ({
    name,
    names: [name],
    metadata: { type: 'counter', help },
    series: subject => {
      const { target } = subject;
      if (target.service !== service) return [];
      const { good, errors } = podTraffic(subject);
      return series.map(({ labels, ofGood, ofErrors = 0 }) => ({
        labels: targetLabels(target, name, labels),
        life: target,
        shape: {
          kind: 'counter',
          whole: !fractional,
          amount: time => ofGood * good(time) + ofErrors * errors(time),
        },
      }));
    },
  }),
);
