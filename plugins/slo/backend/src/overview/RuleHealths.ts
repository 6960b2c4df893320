import { SOURCE_NAMES } from '@shopstack/plugin-kit-common';
import type { ObservedSource } from '@shopstack/plugin-kit-node';
import type { PrometheusReader } from '../upstream/PrometheusReader';
import type { RuleHealth } from './InstanceOverview';
import { ruleHealth } from './ruleHealth';

/** Rules change by deployments, and their list is long. */
const MAX_AGE_SECONDS = 600;
/** Rules that fail are being repaired. */
const FAILING_SECONDS = 60;

/** What the rules that each Prometheus has loaded tell of objectives. */
export class RuleHealths {
  readonly #observed: ObservedSource;

  constructor(observed: ObservedSource) {
    this.#observed = observed;
  }

  /** Undefined while they could not be read: some queriers in front of others have no rules. */
  async read(
    prometheus: Pick<PrometheusReader, 'instance' | 'rules'>,
    options: { hurry?: Promise<unknown>; onRead?(): void } = {},
  ): Promise<readonly RuleHealth[] | undefined> {
    const { instance } = prometheus;
    const { items } = await this.#observed.observe<RuleHealth[]>({
      key: `slo-rules:${instance}`,
      source: SOURCE_NAMES.prometheus,
      instance,
      maxAgeSeconds: ([rules]) =>
        rules?.some(({ error }) => error) ? FAILING_SECONDS : MAX_AGE_SECONDS,
      hurry: options.hurry,
      load: async () => {
        const rules = ruleHealth(await prometheus.rules());
        options.onRead?.();
        return [rules];
      },
    });
    return items[0];
  }
}
