import type { LoadedRule } from '../PrometheusReader';
import { ruleGroupSchema, ruleSchema, type WireRule } from './wire';

/** The rules of one group as the API lists it; none of a group, and of a rule, that is none. */
export function toRules(group: unknown): LoadedRule[] {
  const parsed = ruleGroupSchema.safeParse(group);
  if (!parsed.success) {
    return [];
  }
  const { name, file = '', interval = 0, rules = [] } = parsed.data;
  return rules.flatMap(row => {
    const rule = ruleSchema.safeParse(row);
    return rule.success
      ? [{ ...toRule(rule.data), group: name, file, intervalSeconds: interval }]
      : [];
  });
}

function toRule(
  rule: WireRule,
): Omit<LoadedRule, 'group' | 'file' | 'intervalSeconds'> {
  return {
    kind: rule.type,
    name: rule.name,
    query: rule.query,
    labels: rule.labels ?? {},
    annotations: rule.annotations ?? {},
    holdSeconds: rule.duration ?? 0,
    health:
      rule.health === 'ok' || rule.health === 'err' ? rule.health : 'unknown',
    lastError: rule.lastError || undefined,
  };
}
