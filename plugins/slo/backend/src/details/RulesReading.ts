import type { Observed } from '@shopstack/plugin-kit-common';
import type { ObservedRules } from '../rules/ObservedRules';
import type { ClockedPrometheus } from '../upstream/InstanceClock';
import type { LoadedRule } from '../upstream/PrometheusReader';
import { unknownInstance } from './sources';

/** The rules of objectives that a configured Prometheus has loaded. */
export class RulesReading {
  readonly #options: {
    instances: ReadonlyMap<string, ClockedPrometheus>;
    rules: ObservedRules;
  };

  constructor(options: {
    instances: ReadonlyMap<string, ClockedPrometheus>;
    rules: ObservedRules;
  }) {
    this.#options = options;
  }

  async read(instance: string): Promise<Observed<LoadedRule>> {
    const { instances, rules } = this.#options;
    const upstream = instances.get(instance);
    if (!upstream) return unknownInstance(instance);
    const { items, sources } = await rules.read(upstream.prometheus);
    return { items: items.flat(), sources };
  }
}
