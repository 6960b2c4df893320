import type { Observed } from '@shopstack/plugin-kit-common';
import type { ObservedSource } from '@shopstack/plugin-kit-node';
import type { ClockedPrometheus } from '../upstream/InstanceClock';
import { keyOf } from './keyOf';
import type { LatencyHistogram } from './latencyHistogram';
import { readRatios, type WindowRatio } from './readRatios';
import { readSpending, type WindowSpending } from './readSpending';
import type { RecordedSlo, WindowedSlo } from './records';
import { PROMETHEUS_SOURCE, unknownInstance, withWarnings } from './sources';
import type { Spending } from './spendingQueries';

export interface MeasurementsOptions {
  instances: ReadonlyMap<string, ClockedPrometheus>;
  observed: ObservedSource;
  /** Of what changes with every evaluation of the rules, in seconds. */
  maxAgeSeconds: number;
}

/** Queries over a whole window read much, and their answers move slowly. */
const WINDOW_MAX_AGE_SECONDS = 300;
/** Whether there is a histogram changes with releases. */
const HISTOGRAM_MAX_AGE_SECONDS = 3_600;

/** The numbers of one objective that only its own page shows; each is one query, kept in the read model. */
export class Measurements {
  readonly #options: MeasurementsOptions;

  constructor(options: MeasurementsOptions) {
    this.#options = options;
  }

  async ratios(slo: RecordedSlo): Promise<Observed<WindowRatio>> {
    return this.#observe(
      slo,
      ['ratios'],
      this.#options.maxAgeSeconds,
      upstream => readRatios(slo, upstream),
    );
  }

  /** What was counted over a rolling window; none without data. */
  async spending(
    slo: WindowedSlo,
    spending: Spending,
  ): Promise<Observed<WindowSpending>> {
    const { items, sources } = await this.#observe(
      slo,
      ['spending', spending, slo.window.seconds],
      WINDOW_MAX_AGE_SECONDS,
      async upstream => {
        const spent = await readSpending(slo, spending, upstream);
        return spent ? [spent] : [];
      },
    );
    const warnings = items.flatMap(each => each.warnings);
    return {
      items,
      sources: sources.map(status => withWarnings(status, warnings)),
    };
  }

  /** One item when the histogram has buckets. */
  async histogram(
    slo: RecordedSlo,
    { buckets }: LatencyHistogram,
  ): Promise<Observed<{ buckets: number }>> {
    return this.#observe(
      slo,
      ['histogram', buckets],
      HISTOGRAM_MAX_AGE_SECONDS,
      async ({ prometheus }) => {
        const { result } = await prometheus.query(`count(${buckets})`);
        return result
          .filter(({ value }) => value > 0)
          .map(({ value }) => ({ buckets: value }));
      },
    );
  }

  async #observe<T>(
    slo: RecordedSlo,
    what: [string, ...unknown[]],
    maxAgeSeconds: number,
    load: (upstream: ClockedPrometheus) => Promise<T[]>,
  ): Promise<Observed<T>> {
    const { instance } = slo;
    const upstream = this.#options.instances.get(instance);
    if (!upstream) return unknownInstance(instance);
    return this.#options.observed.observe<T>({
      key: keyOf(slo, ...what),
      source: PROMETHEUS_SOURCE,
      instance,
      maxAgeSeconds,
      load: () => load(upstream),
    });
  }
}
