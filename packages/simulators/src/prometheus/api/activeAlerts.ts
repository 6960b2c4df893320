import { Labels, formatValue } from '../promql';
import { AlertingRule, expandTemplate } from '../rules';
import { PrometheusParts } from './PrometheusParts';
import { now } from './queryRoutes';

/** An alert that is pending or firing now. */
export interface ActiveAlert {
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
  readonly state: 'pending' | 'firing';
  /** ISO. */
  readonly activeAt: string;
  /** ISO; since when it has fired. */
  readonly firedAt?: string;
  readonly value: number;
  /** Where to see the expression. */
  readonly generatorURL: string;
}

/** Alerts of one rule at its newest evaluation. */
export function alertsOfRule(
  parts: PrometheusParts,
  rule: AlertingRule,
): ActiveAlert[] {
  const moment = parts.recorded.newestEvaluation(rule, now(parts));
  const address = parts.world.addresses.get('prometheus') ?? '';
  const expression = encodeURIComponent(rule.query);
  return parts.recorded
    .history(rule)
    .at(moment)
    .map(({ labels, value, state, activeAt }) => ({
      labels: expandAll(Object.fromEntries(labels), labels, value),
      annotations: expandAll(rule.annotations, labels, value),
      state,
      activeAt: new Date(activeAt).toISOString(),
      ...(state === 'firing' && {
        firedAt: new Date(firstFiring(rule, activeAt)).toISOString(),
      }),
      value,
      generatorURL: `${address}/graph?g0.expr=${expression}&g0.tab=1`,
    }));
}

/** All alerts that are pending or firing now. */
export function activeAlerts(parts: PrometheusParts): ActiveAlert[] {
  return parts.book
    .groups()
    .flatMap(group => group.rules)
    .flatMap(rule =>
      rule.kind === 'alerting' ? alertsOfRule(parts, rule) : [],
    );
}

/** The first evaluation at which the rule had held long enough. */
function firstFiring(rule: AlertingRule, activeAt: number): number {
  return activeAt + Math.ceil(rule.holdFor / rule.interval) * rule.interval;
}

function expandAll(
  templates: Readonly<Record<string, string>>,
  labels: Labels,
  value: number,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(templates).map(([name, template]) => [
      name,
      expandTemplate(template, labels, value),
    ]),
  );
}

/** As Go prints it with the format `e`: 0.02 is `2e-02`. */
export function exponential(value: number): string {
  if (!Number.isFinite(value)) return formatValue(value);
  return value
    .toExponential()
    .replace(/e([+-])(\d)$/, (_, sign, digit) => `e${sign}0${digit}`);
}
