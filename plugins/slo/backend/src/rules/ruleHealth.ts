import type { SloSeverity } from '@shopstack/plugin-slo-common';
import type { LoadedRule } from '../upstream/PrometheusReader';

const SHARE_PREFIX = 'slo:sli_error:ratio_rate';

/** What the loaded rules of one objective tell. */
export interface RuleHealth {
  id: string;
  /** Severities for which there is an alert rule that can be evaluated. */
  alerts: SloSeverity[];
  /** Why a rule that records the share of errors fails, in the words of Prometheus. */
  error?: string;
}

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
    } else if (isFailingShare(rule)) {
      health.error ??= `${rule.name}: ${rule.lastError ?? 'no reason given'}`;
    }
  }
  return [...found.values()];
}

/** Whether it should record a share of errors, and cannot. */
export function isFailingShare({
  kind,
  name,
  health,
}: Pick<LoadedRule, 'kind' | 'name' | 'health'>): boolean {
  return (
    kind === 'recording' && health === 'err' && name.startsWith(SHARE_PREFIX)
  );
}

/** The `sloth_id` that a rule is about. Sloth's alerts name it only in what they read. */
export function sloIdOf({
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
