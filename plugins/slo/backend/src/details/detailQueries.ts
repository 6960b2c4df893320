import {
  prometheusDuration,
  type SloQuery,
  type SloSummary,
} from '@shopstack/plugin-slo-common';
import { budgetQuery } from './charts/chartPlan';
import type { QueryUrl } from './charts/readChart';
import type { SloRules } from './loadedRules';
import type { SpendingQuery } from './readSpending';
import { CURRENT_BURN_RECORD, recorded, recordedRatio } from './records';

/** The PromQL behind the numbers of an objective, each with its page in Prometheus. */
export function detailQueries(
  slo: SloSummary,
  { alerts }: SloRules,
  counted: readonly SpendingQuery[],
  queryUrl: QueryUrl,
): SloQuery[] {
  const isCalendar = slo.window.kind === 'calendar';
  const window = prometheusDuration(slo.window.seconds);
  const queries: Omit<SloQuery, 'url'>[] = [
    ...(isCalendar
      ? []
      : [
          { subject: 'sli', promql: `1 - ${recordedRatio(slo, window)}` },
          { subject: 'budget', promql: budgetQuery(slo) },
        ]),
    { subject: 'burn', promql: recorded(slo, CURRENT_BURN_RECORD) },
    ...counted,
    ...(['page', 'ticket'] as const).flatMap(severity => {
      const rule = alerts[severity];
      return rule ? [{ subject: severity, promql: rule.query }] : [];
    }),
  ];
  return queries.map(({ subject, promql }) => {
    const url = queryUrl(promql);
    return { subject, promql, ...(url && { url }) };
  });
}
