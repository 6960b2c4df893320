import { SOURCE_NAMES } from '@shopstack/plugin-kit-common';
import type { ObservedSource } from '@shopstack/plugin-kit-node';
import type { PrometheusReader } from '../upstream/PrometheusReader';
import type { InstanceHistory, InstanceOverview } from './InstanceOverview';
import { historyQuery } from './queries';
import { toHistory } from './toHistory';

const DAY = 86_400;
const USUAL_RANGE = 30 * DAY;
/** Beyond that Prometheus would have to look at too much. */
const LONGEST_RANGE = 92 * DAY;
/** What is older than a day is told apart by days. */
const MAX_AGE_SECONDS = 600;

/** Since when each Prometheus has data of its objectives. */
export class Histories {
  readonly #observed: ObservedSource;
  /** How far back the longest window of an instance goes, in seconds. */
  readonly #ranges = new Map<string, number>();

  constructor(observed: ObservedSource) {
    this.#observed = observed;
  }

  /** Undefined while it could not be read. */
  async read(
    prometheus: Pick<PrometheusReader, 'instance' | 'query'>,
    options: { hurry?: Promise<unknown>; onRead?(): void } = {},
  ): Promise<InstanceHistory | undefined> {
    const { instance } = prometheus;
    const range = this.#ranges.get(instance) ?? USUAL_RANGE;
    const { items } = await this.#observed.observe<InstanceHistory>({
      key: `slo-history:${instance}:${range}`,
      source: SOURCE_NAMES.prometheus,
      instance,
      maxAgeSeconds: MAX_AGE_SECONDS,
      hurry: options.hurry,
      load: async () => {
        const { result } = await prometheus.query(historyQuery(range));
        options.onRead?.();
        return toHistory(result, range);
      },
    });
    return items[0];
  }

  /** From now on it is looked back as far as the longest window goes. */
  note(instance: string, { slos }: InstanceOverview): void {
    const longest = slos.reduce(
      (seconds, { periodSeconds }) => Math.max(seconds, periodSeconds),
      USUAL_RANGE,
    );
    this.#ranges.set(instance, Math.min(longest, LONGEST_RANGE));
  }
}
