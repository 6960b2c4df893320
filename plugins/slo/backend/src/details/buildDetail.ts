import {
  SLO_CHARTS,
  type SloChartName,
  type SloDetail,
  type SloSummary,
} from '@shopstack/plugin-slo-common';
import type { StatedSlo } from '../files';
import { exhaustsAt } from '../overview/exhaustsAt';
import { burnThresholds } from './alertThresholds';
import { burnTable } from './burnTable';
import { budgetQuery } from './charts/chartPlan';
import { detailBudget } from './detailBudget';
import { detailQueries } from './detailQueries';
import { type InstanceLinks, objectiveLinks } from './links';
import type { SloRules } from './loadedRules';
import type { WindowRatio } from './readRatios';
import type { SpendingQuery, WindowSpending } from './readSpending';
import type { Spending } from './spendingQueries';

/** All that the sources told of one objective. */
export interface DetailParts {
  slo: SloSummary;
  rules: SloRules;
  stated?: StatedSlo;
  ratios: readonly WindowRatio[];
  /** How the window was counted, where it was. */
  spendingBy?: Spending['by'];
  spent?: WindowSpending;
  /** What counts the window, whether or not it was asked. */
  counting: readonly SpendingQuery[];
  hasRequests: boolean;
  hasLatency: boolean;
  links?: InstanceLinks;
  grafanaTemplate?: string;
  /** Unix seconds, by the clock of Prometheus. */
  now: number;
}

/** Puts together the page of one objective. */
export function buildDetail(parts: DetailParts): SloDetail {
  const { slo, rules, stated, spent, links } = parts;
  const ratios = new Map(
    parts.ratios.map(({ window, ratio }) => [window, ratio]),
  );
  const { budget, sli } = detailBudget(slo, parts.spendingBy, spent);
  const { objective } = slo;
  const { remaining } = budget;
  const windowSeconds = slo.window.seconds;
  const { sli: _sli, exhaustsAt: _exhaustsAt, ...rest } = slo;
  const endsAt = endOf(slo, remaining, ratios.get('1h'), parts.now);
  const thresholds = burnThresholds({ objective, windowSeconds }, rules);
  return {
    ...rest,
    ...(sli !== undefined && { sli }),
    budget,
    ...(budget.events && { tooFewEvents: budget.events.allowed < 1 }),
    ...(endsAt && { exhaustsAt: endsAt }),
    burnWindows: burnTable(thresholds, {
      objective,
      windowSeconds,
      remaining,
      ratios,
      alerts: slo.alerts,
    }),
    queries: detailQueries(slo, rules, parts.counting, promql =>
      links?.query(promql),
    ),
    links: objectiveLinks({
      slo,
      links,
      grafanaTemplate: parts.grafanaTemplate,
      annotations: Object.values(rules.alerts).map(rule => rule.annotations),
      promql: budgetQuery(slo),
      fileUrl: stated?.url,
    }),
    ...(stated && {
      file: { url: stated.url, line: stated.line, yaml: stated.yaml },
    }),
    charts: chartsOf(parts),
  };
}

/** When the budget ends at the pace of the last hour; as lists say where that hour could not be read. */
function endOf(
  slo: SloSummary,
  remaining: number | undefined,
  hourRatio: number | undefined,
  now: number,
): string | undefined {
  return remaining === undefined || hourRatio === undefined
    ? slo.exhaustsAt
    : exhaustsAt({ ...slo, remaining, errorRatio: hourRatio, now });
}

/** Charts of which nothing is recorded, or can be derived, are not offered. */
function chartsOf({
  slo,
  hasRequests,
  hasLatency,
}: DetailParts): SloChartName[] {
  if (slo.state === 'rules-not-loaded') return [];
  return SLO_CHARTS.filter(chart => {
    if (chart === 'requests') return hasRequests;
    return chart === 'latency' ? hasLatency : true;
  });
}
