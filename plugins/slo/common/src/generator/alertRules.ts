import type { AlertWindow } from '../domain';
import type { AlertingRule } from './RuleGroup';
import { alertSeverities } from './alertSeverities';
import { eventsGuard } from './eventsGuard';
import { SEVERITY_LABEL, WINDOW_LABEL, errorRatioSeries } from './names';
import { type SloPlan, factorOf } from './planSlo';

/** One rule for pages and one for tickets, each of a quick and a slow pair of windows, where they are wanted. */
export function alertRules(plan: SloPlan): AlertingRule[] {
  return alertSeverities(plan).map(severity => alertRule(plan, severity));
}

function alertRule(plan: SloPlan, severity: 'page' | 'ticket'): AlertingRule {
  const { alerting } = plan.slo;
  const subject = '{{$labels.sloth_service}} {{$labels.sloth_slo}} SLO';
  const { quick, slow } = plan.windows[severity];
  return {
    alert: alerting.name,
    expr: `(\n${branch(plan, quick)}\n)\nor\n(\n${branch(plan, slow)}\n)\n`,
    // Those of the objective come with the series: repeated here they would be overridden ones.
    labels: {
      [SEVERITY_LABEL]: severity,
      ...alerting.labels,
      ...alerting[severity].labels,
    },
    annotations: {
      title: `(${severity}) ${subject} error budget burn rate is too fast.`,
      summary: `${subject} error budget burn rate is over expected.`,
      ...alerting.annotations,
      ...alerting[severity].annotations,
    },
  };
}

/** Both windows of a pair burn faster than the factor; in guarded mode, in enough events. */
function branch(plan: SloPlan, window: AlertWindow): string {
  const threshold = `(${factorOf(plan, window)} * ${plan.budget})`;
  const burning = (seconds: number) =>
    `max(${errorRatioSeries(seconds)}${plan.selector} > ${threshold}) without (${WINDOW_LABEL})`;
  const terms = [burning(window.shortSeconds), burning(window.longSeconds)];
  const guard = eventsGuard(plan, window.longSeconds);
  if (guard) terms.push(guard);
  return terms.join('\nand\n').replace(/^/gm, '    ');
}
