import type { ObservedRules, RulesOptions } from '../rules/ObservedRules';
import { type RuleHealth, ruleHealth } from '../rules/ruleHealth';
import type { PrometheusReader } from '../upstream/PrometheusReader';
import { LastJoin } from './LastJoin';

/** What the rules that each Prometheus has loaded tell of the health of objectives. */
export class RuleHealths {
  readonly #rules: ObservedRules;
  readonly #healths = new LastJoin<readonly RuleHealth[]>();

  constructor(rules: ObservedRules) {
    this.#rules = rules;
  }

  /** Undefined while they could not be read: some queriers in front of others have no rules. */
  async read(
    prometheus: Pick<PrometheusReader, 'instance' | 'rules'>,
    options?: RulesOptions,
  ): Promise<readonly RuleHealth[] | undefined> {
    const { items } = await this.#rules.read(prometheus, options);
    const [rules] = items;
    return (
      rules &&
      this.#healths.get(prometheus.instance, [rules], () => ruleHealth(rules))
    );
  }
}
