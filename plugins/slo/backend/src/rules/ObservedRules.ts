import { type Observed, SOURCE_NAMES } from '@shopstack/plugin-kit-common';
import type { ObservedSource } from '@shopstack/plugin-kit-node';
import type {
  LoadedRule,
  PrometheusReader,
} from '../upstream/PrometheusReader';
import { isFailingShare, sloIdOf } from './ruleHealth';

/** Rules change by deployments. */
const MAX_AGE_SECONDS = 300;
/** Rules that fail are being repaired. */
const FAILING_SECONDS = 60;

/** Of the seventeen rules of an objective, those that tell how it is measured. */
const TELLING = new Set([
  'slo:sli_error:ratio_rate5m',
  'slo:sli_error:ratio_rate1d',
  'slo:sli_slice:error_ratio',
  'slo:sli_total:rate5m',
]);

export interface RulesOptions {
  /** Ends the wait for them early. */
  hurry?: Promise<unknown>;
  /** Called whenever they have been read anew. */
  onRead?(): void;
}

/**
 * The rules of objectives that each Prometheus has loaded. They are the largest answer that it gives: what they tell is read
 * and kept once for all objectives, lists and pages.
 */
export class ObservedRules {
  readonly #observed: ObservedSource;

  constructor(observed: ObservedSource) {
    this.#observed = observed;
  }

  /** One item, which is the same list for as long as it was not read anew; none while it could not be read. */
  read(
    prometheus: Pick<PrometheusReader, 'instance' | 'rules'>,
    { hurry, onRead }: RulesOptions = {},
  ): Promise<Observed<readonly LoadedRule[]>> {
    const { instance } = prometheus;
    return this.#observed.observe<readonly LoadedRule[]>({
      key: `slo-rules:${instance}`,
      source: SOURCE_NAMES.prometheus,
      instance,
      maxAgeSeconds: ([rules]) =>
        rules?.some(isFailingShare) ? FAILING_SECONDS : MAX_AGE_SECONDS,
      hurry,
      load: async () => {
        const rules = tellingRules(await prometheus.rules());
        onRead?.();
        return [rules];
      },
    });
  }
}

/** Those that tell something that the others do not, and at least one of each objective. */
function tellingRules(rules: readonly LoadedRule[]): LoadedRule[] {
  const known = new Set<string>();
  return rules.filter(rule => {
    const id = sloIdOf(rule);
    if (!id) return false;
    const isFirst = !known.has(id);
    known.add(id);
    return (
      isFirst ||
      rule.kind === 'alerting' ||
      TELLING.has(rule.name) ||
      isFailingShare(rule)
    );
  });
}
