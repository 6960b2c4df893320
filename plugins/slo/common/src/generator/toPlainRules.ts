import type { RuleGroup } from './RuleGroup';
import { orderedGroups, writeYaml } from './writeRules';

/** A file of rules as Prometheus loads it: YAML with `groups`. */
export function toPlainRules(groups: RuleGroup[]): string {
  return writeYaml({ groups: orderedGroups(groups) });
}
