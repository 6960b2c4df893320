import type { PrometheusReader } from './PrometheusReader';

/** Differences below are the way that an answer takes. */
const NEGLIGIBLE_SECONDS = 5;

/**
 * What time it is for a Prometheus: ranges are asked by its clock and not by ours, so that a chart ends where its data
 * does. It is learned from the answers to questions of now, whoever asked them; until there was one, from what is kept of
 * earlier ones; without those, both clocks are taken to agree.
 */
export class InstanceClock {
  readonly #ownNow: () => number;
  #ahead = 0;
  #isTold = false;

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
    this.#isTold = true;
  }

  /** Takes it to be so many seconds ahead, as an earlier answer said, until one of now tells. */
  presume(aheadSeconds: number): void {
    if (!this.#isTold) this.#ahead = aheadSeconds;
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
