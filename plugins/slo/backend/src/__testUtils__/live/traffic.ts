import type { Exporter } from './Exporter';

export const requests = (service: string, code: number) =>
  `http_requests_total{service="${service}",code="${code}"}`;

export const bucket = (le: string) =>
  `http_request_duration_seconds_bucket{service="catalogue",le="${le}"}`;

export const PROBE = 'probe_success{service="probe"}';

/** Steps of the traffic; one scrape sees each. */
export const STEPS = 26;
/** When `checkout` is started anew, so that its counters begin at 0 again. */
const RESTART = 13;
/** When `newborn` is seen first. */
const BIRTH = 12;
/** When `payments` begins to fail. */
const OUTAGE = 17;

/** Everything as it is before any traffic: what has been counting for long, and what has counted nothing yet. */
export function beginTraffic(exporter: Exporter): void {
  for (const code of [200, 500, 503]) {
    exporter.set(requests('checkout', code), 0);
  }
  exporter.set(bucket('0.1'), 700_000);
  exporter.set(bucket('0.3'), 960_000);
  exporter.set(bucket('1'), 990_000);
  exporter.set(bucket('+Inf'), 1_000_000);
  exporter.set(requests('search', 200), 0);
  exporter.set(requests('archive', 200), 4_711);
  exporter.set(requests('archive', 500), 11);
  exporter.set(PROBE, 1);
}

/** What happens between one scrape and the next. */
export function takeStep(exporter: Exporter, step: number): void {
  // A tenth of it fails, sometimes more and sometimes less: a burn rate of about 20.
  if (step === RESTART) {
    [200, 500, 503].forEach(code =>
      exporter.set(requests('checkout', code), 0),
    );
  }
  exporter.add(requests('checkout', 200), 180 + (step % 7));
  exporter.add(requests('checkout', 500), 10 + 4 * (step % 5));
  exporter.add(requests('checkout', 503), step % 3);

  exporter.add(bucket('0.1'), 31);
  exporter.add(bucket('0.3'), 48 + (step % 3));
  exporter.add(bucket('1'), 50);
  exporter.add(bucket('+Inf'), 50);

  exporter.add(requests('search', 200), 40 + step);

  if (step === BIRTH) {
    exporter.set(requests('newborn', 200), 7);
    exporter.set(requests('newborn', 500), 0);
  } else if (step > BIRTH) {
    exporter.add(requests('newborn', 200), 8);
    if (step < BIRTH + 4) exporter.add(requests('newborn', 500), 1);
  }

  // Its counters are there only while there is traffic: a spell without would be NaN in Sloth's rules for the whole period.
  exporter.add(requests('payments', 200), paymentsIn(step, 40, 100));
  exporter.add(requests('payments', 500), paymentsIn(step, 16, 0));

  exporter.set(PROBE, [8, 21].includes(step) ? 0 : 1);
}

function paymentsIn(step: number, failing: number, well: number): number {
  if (step === 0) return 0;
  return step < OUTAGE ? well : failing;
}
