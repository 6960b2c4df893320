import type { Growth } from './oracle';
import { bucket, requests } from './traffic';

/** An objective on counters, told a second time without the plugin: for the scrapes, and for a question by hand. */
export interface Subject {
  id: string;
  /** Percent. */
  objective: number;
  /** Events in scrapes. */
  bad(growth: Growth): number;
  total(growth: Growth): number;
  /** The series that count its events. */
  counters: string[];
  /** PromQL over the whole period. */
  handBad: string;
  handTotal: string;
}

const increase = (selector: string) => `sum(increase(${selector}[30d]))`;

function availabilityOf(
  service: string,
  objective: number,
  codes: number[],
  measured: string = service,
): Subject {
  const counters = [200, ...codes].map(code => requests(measured, code));
  const [, ...failures] = counters;
  const sum = (growth: Growth, series: string[]) =>
    series.reduce((events, each) => events + growth(each), 0);
  return {
    id: `${service}-availability`,
    objective,
    bad: growth => sum(growth, failures),
    total: growth => sum(growth, counters),
    counters,
    handBad: increase(`http_requests_total{service="${measured}",code!="200"}`),
    handTotal: increase(`http_requests_total{service="${measured}"}`),
  };
}

/** Its counters began at 0, and were started anew meanwhile. */
export const CHECKOUT = availabilityOf('checkout', 99.5, [500, 503]);

/** Its counters had been counting for long before. */
export const CATALOGUE: Subject = {
  id: 'catalogue-latency',
  objective: 95,
  bad: growth => growth(bucket('+Inf')) - growth(bucket('0.3')),
  total: growth => growth(bucket('+Inf')),
  counters: [bucket('+Inf'), bucket('0.3')],
  handBad: `${increase(bucket('+Inf'))} - ${increase(bucket('0.3'))}`,
  handTotal: increase(bucket('+Inf')),
};

/** It has no series of errors. */
export const SEARCH: Subject = {
  ...availabilityOf('search', 99.9, []),
  handBad: 'vector(0)',
};

/** It came while the server was scraping, with some events counted already. */
export const NEWBORN = availabilityOf('newborn', 99.9, [500]);

/** The same events, by the rules of Sloth. */
export const UNGUARDED = availabilityOf('unguarded', 99.9, [500], 'newborn');

/** By the rules of Sloth: the period is the average of shares and not the share of all events. */
export const PAYMENTS = availabilityOf('payments', 95, [500]);
