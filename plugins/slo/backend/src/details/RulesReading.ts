import type { Observed } from '@shopstack/plugin-kit-common';
import type { ObservedSource } from '@shopstack/plugin-kit-node';
import type { LoadedRule } from '../upstream/PrometheusReader';
import type { ClockedPrometheus } from '../upstream/InstanceClock';
import { SLI_RECORD, TOTAL_RATE_RECORD } from './records';
import { PROMETHEUS_SOURCE, unknownInstance } from './sources';
import { SLICE_RECORD } from './spendingQueries';

/** The rules of objectives that a configured Prometheus has loaded, kept for all who ask. */
export interface RulesReading {
  read(instance: string): Promise<Observed<LoadedRule>>;
}

/** Rules change with deployments, and are the largest answer of a Prometheus. */
const MAX_AGE_SECONDS = 300;

/** Of the seventeen rules of an objective, those that tell something that the others do not. */
const TELLING = new Set([
  `${SLI_RECORD}5m`,
  `${SLI_RECORD}1d`,
  SLICE_RECORD,
  TOTAL_RATE_RECORD,
]);

/** Reads them through the read model, each instance once for all objectives. */
export class ObservedRules implements RulesReading {
  readonly #options: {
    instances: ReadonlyMap<string, ClockedPrometheus>;
    observed: ObservedSource;
  };

  constructor(options: {
    instances: ReadonlyMap<string, ClockedPrometheus>;
    observed: ObservedSource;
  }) {
    this.#options = options;
  }

  async read(instance: string): Promise<Observed<LoadedRule>> {
    const { instances, observed } = this.#options;
    const upstream = instances.get(instance);
    if (!upstream) return unknownInstance(instance);
    return observed.observe<LoadedRule>({
      key: `slo-loaded-rules:${instance}`,
      source: PROMETHEUS_SOURCE,
      instance,
      maxAgeSeconds: MAX_AGE_SECONDS,
      load: async () => (await upstream.prometheus.rules()).filter(isTelling),
    });
  }
}

function isTelling({ kind, name, labels }: LoadedRule): boolean {
  return kind === 'recording'
    ? TELLING.has(name)
    : labels.sloth_severity !== undefined;
}
