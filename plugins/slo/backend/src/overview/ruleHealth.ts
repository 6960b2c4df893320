import type { SloSeverity } from '@shopstack/plugin-slo-common';
import type { LoadedRule } from '../upstream/PrometheusReader';
import type { RuleHealth } from './InstanceOverview';
import { SLI_PREFIX } from './queries';

/** What the rules tell of each objective: whether it has alerts, and why its shares are not recorded. */
export function ruleHealth(rules: readonly LoadedRule[]): RuleHealth[] {
  const found = new Map<string, RuleHealth>();
  for (const rule of rules) {
    const id = sloIdOf(rule);
    if (!id) {
      continue;
    }
    const health = found.get(id) ?? { id, alerts: [] };
    found.set(id, health);
    if (rule.kind === 'alerting') {
      const severity = severityOf(rule);
      // An alert that cannot be evaluated never fires: it is as good as none.
      if (rule.health !== 'err' && !health.alerts.includes(severity)) {
        health.alerts.push(severity);
      }
    } else if (rule.health === 'err' && rule.name.startsWith(SLI_PREFIX)) {
      health.error ??= `${rule.name}: ${rule.lastError ?? 'no reason given'}`;
    }
  }
  return [...found.values()];
}

/** The `sloth_id` that a rule is about. Sloth's alerts name it only in what they read. */
function sloIdOf({
  labels,
  query,
}: Pick<LoadedRule, 'labels' | 'query'>): string | undefined {
  if (labels.sloth_id) return labels.sloth_id;
  const [, quoted] = /\bsloth_id="((?:[^"\\]|\\.)*)"/.exec(query) ?? [];
  return quoted?.replace(/\\(.)/g, '$1');
}

function severityOf({ labels }: LoadedRule): SloSeverity {
  return (labels.sloth_severity ?? labels.severity) === 'page'
    ? 'page'
    : 'ticket';
}
