import type { SloSeverity } from '@shopstack/plugin-slo-common';
import type { LoadedRule } from '../upstream/PrometheusReader';
import { parseSloId } from './parseSloId';
import type { RecordedSlo } from './records';

/** The rules of one objective, as Prometheus has loaded them. */
export interface SloRules {
  /** Recording rules by the name that they record. */
  records: Map<string, LoadedRule>;
  /** Alerting rules by severity. */
  alerts: Partial<Record<SloSeverity, LoadedRule>>;
}

/** The rules of an objective among all that are loaded. */
export function rulesOf(
  slo: RecordedSlo,
  rules: readonly LoadedRule[],
): SloRules {
  const isOwn = ownedBy(slo);
  const records = new Map<string, LoadedRule>();
  const alerts: SloRules['alerts'] = {};
  for (const rule of rules) {
    if (rule.kind === 'recording') {
      if (isOwn(rule) && !records.has(rule.name)) records.set(rule.name, rule);
      continue;
    }
    // An alert's own labels may lack those that it inherits from the series that it reads.
    const severity = severityOf(rule);
    if (severity && (isOwn(rule) || reads(rule, slo)))
      alerts[severity] ??= rule;
  }
  return { records, alerts };
}

/** Labels of a variant may come from outside of the rule; those that it has must not name another one. */
function ownedBy(slo: RecordedSlo): (rule: LoadedRule) => boolean {
  const { slothId, variant } = parseSloId(slo.id);
  return ({ labels }) =>
    labels.sloth_id === slothId &&
    Object.entries(variant).every(
      ([label, value]) => (labels[label] ?? value) === value,
    );
}

function severityOf({ labels }: LoadedRule): SloSeverity | undefined {
  const severity = labels.sloth_severity;
  return severity === 'page' || severity === 'ticket' ? severity : undefined;
}

/** Sloth's alerts name the objective only in their expression. */
function reads({ query }: LoadedRule, { id }: RecordedSlo): boolean {
  return query.includes(`sloth_id=${JSON.stringify(parseSloId(id).slothId)}`);
}
