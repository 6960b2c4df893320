import type { PrometheusReader } from '../upstream/PrometheusReader';

/** Differences below are the way that an answer takes. */
const NEGLIGIBLE_SECONDS = 5;

/**
 * What time it is for a Prometheus: ranges are asked by its clock and not by ours, so that a chart ends where its data
 * does. It is learned from the answers to questions of now; until there was one, both clocks are taken to agree.
 */
export class InstanceClock {
  readonly #ownNow: () => number;
  #ahead = 0;

  /** @param ownNow - our time, Unix seconds */
  constructor(ownNow: () => number = () => Date.now() / 1000) {
    this.#ownNow = ownNow;
  }

  /** Unix seconds. */
  now(): number {
    return this.#ownNow() + this.#ahead;
  }

  /** Notes what time an answer that came just now says it is. */
  told(at: number): void {
    const ahead = at - this.#ownNow();
    this.#ahead = Math.abs(ahead) > NEGLIGIBLE_SECONDS ? ahead : 0;
  }
}

/** A Prometheus with the time that it has. */
export interface ClockedPrometheus {
  prometheus: PrometheusReader;
  clock: InstanceClock;
}

/** Lets the answers of a Prometheus set its clock. */
export function withClock(
  reader: PrometheusReader,
  clock = new InstanceClock(),
): ClockedPrometheus {
  return {
    clock,
    prometheus: {
      instance: reader.instance,
      rules: () => reader.rules(),
      queryRange: (promql, range) => reader.queryRange(promql, range),
      query: async (promql, options) => {
        const answer = await reader.query(promql, options);
        const [first] = answer.result;
        if (first && options?.time === undefined) clock.told(first.at);
        return answer;
      },
    },
  };
}
