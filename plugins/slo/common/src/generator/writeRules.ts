import { stringify } from 'yaml';
import { prometheusDuration } from '../domain';
import type { Rule, RuleGroup } from './RuleGroup';

const HEADER =
  '# Generated from a file of service level objectives. Edit that file, not this one.\n';

/**
 * YAML of a document that is the same to the byte for the same rules. Texts that tools of YAML 1.1 would take for times
 * or for yes and no are quoted.
 */
export function writeYaml(document: object): string {
  return (
    HEADER +
    stringify(document, {
      lineWidth: 0,
      aliasDuplicateObjects: false,
      compat: 'yaml-1.1',
    })
  );
}

/** Groups with their keys in the usual order and labels sorted. */
export function orderedGroups(groups: RuleGroup[]): object[] {
  return groups.map(({ name, intervalSeconds, rules }) => ({
    name,
    ...(intervalSeconds && { interval: prometheusDuration(intervalSeconds) }),
    rules: rules.map(ordered),
  }));
}

function ordered(rule: Rule): object {
  const { expr } = rule;
  const labels = sorted(rule.labels);
  return 'record' in rule
    ? { record: rule.record, expr, labels }
    : {
        alert: rule.alert,
        expr,
        labels,
        annotations: sorted(rule.annotations),
      };
}

/** By code unit, so that the order is the same everywhere. */
export function sorted(values: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values).sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}
