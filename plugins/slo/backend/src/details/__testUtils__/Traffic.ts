/** Requests of one minute. */
export interface Minute {
  total: number;
  bad: number;
  /** Of the good ones, those that took longer than half a second. */
  slow: number;
}

const DAY = 1_440;

/** A number of 0..1 that depends on its arguments only. */
function noise(seed: number, index: number): number {
  const mixed = Math.sin(seed * 12.9898 + index * 78.233) * 43_758.5453;
  return mixed - Math.floor(mixed);
}

/** When things happened, in minutes before the end. */
export const PAST = {
  /** Nothing at all for two hours and a half. */
  quiet: [10 * DAY + 15, 10 * DAY - 135],
  /** A deployment that breaks every twentieth request, and the one that mends it. */
  badDeployment: 5 * DAY,
  revert: 5 * DAY - 6 * 60,
  /** A deployment that changes nothing. */
  goodDeployment: 20 * DAY,
  /** The counters begin anew. */
  restart: 2 * DAY + 17,
  /** One request in a hundred fails from here on. */
  burn: 90,
} as const;

/**
 * The traffic of a service minute by minute: busy days and calm nights, a quiet spell, a bad deployment, a restart, and a
 * fire at the end. Samples of its counters are what a scrape at each full minute would have found.
 */
export class Traffic {
  readonly #minutes: Minute[];
  /** Unix seconds of the last sample. */
  readonly end: number;

  constructor({ end, days }: { end: number; days: number }) {
    this.end = end;
    const count = days * DAY;
    this.#minutes = Array.from({ length: count }, (_, index) =>
      minuteAt(count - 1 - index, index),
    );
  }

  /** What happened after `from` and up to `to` (Unix seconds on full minutes), counted one by one. */
  between(from: number, to: number): Minute {
    const sum = { total: 0, bad: 0, slow: 0 };
    const { length } = this.#minutes;
    const indexAt = (time: number) => length - 1 + (time - this.end) / 60;
    for (let index = indexAt(from) + 1; index <= indexAt(to); index += 1) {
      const minute = this.#minutes[index];
      if (!minute) continue;
      sum.total += minute.total;
      sum.bad += minute.bad;
      sum.slow += minute.slow;
    }
    return sum;
  }

  /** The counters in OpenMetrics text. */
  openMetrics(): string {
    const lines: string[] = [];
    const length = this.#minutes.length;
    const counters: [string, (minute: Minute) => number][] = [
      ['http_request_duration_seconds_count{job="checkout",code="200"}', good],
      [
        'http_request_duration_seconds_count{job="checkout",code="500"}',
        ({ bad }) => bad,
      ],
      [
        'http_request_duration_seconds_bucket{job="checkout",code="200",le="0.5"}',
        minute => good(minute) - minute.slow,
      ],
      [
        'http_request_duration_seconds_bucket{job="checkout",code="200",le="+Inf"}',
        good,
      ],
    ];
    for (const [name, of] of counters) {
      let value = 0;
      this.#minutes.forEach((minute, index) => {
        if (length - 1 - index === PAST.restart) value = 0;
        value += of(minute);
        lines.push(`${name} ${value} ${this.end - (length - 1 - index) * 60}`);
      });
    }
    return lines.join('\n');
  }
}

function good({ total, bad }: Minute): number {
  return total - bad;
}

/** @param ago - minutes before the end */
function minuteAt(ago: number, index: number): Minute {
  if (ago <= PAST.quiet[0] && ago > PAST.quiet[1]) {
    return { total: 0, bad: 0, slow: 0 };
  }
  const ofDay = Math.sin((index / DAY) * 2 * Math.PI);
  const total = Math.round(120 + 80 * ofDay + 20 * noise(1, index));
  const broken = ago <= PAST.badDeployment && ago > PAST.revert;
  const burning = ago < PAST.burn;
  let bad = noise(2, index) < 0.03 ? 1 : 0;
  if (broken) bad += Math.round(total * 0.05);
  if (burning) bad += Math.round(total * 0.01);
  return { total, bad, slow: Math.round((total - bad) * 0.02) };
}
