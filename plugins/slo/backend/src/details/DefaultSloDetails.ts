import { mergeObserved, type Observed } from '@shopstack/plugin-kit-common';
import type {
  SloChart,
  SloChartName,
  SloChartRange,
  SloDeployment,
  SloDetail,
  SloSummary,
} from '@shopstack/plugin-slo-common';
import { burnThresholds } from './alertThresholds';
import { buildDetail } from './buildDetail';
import { calendarQuestionOf } from './charts/calendarQuestion';
import type { Charts } from './charts/Charts';
import type { ChartSubject } from './charts/chartPlan';
import { gridOf, parseChartRange } from './charts/chartRange';
import type { Deployments } from './deployments/Deployments';
import type { ClockedPrometheus } from '../upstream/InstanceClock';
import type { InstanceLinks } from './links';
import type { Measurements } from './Measurements';
import { calendarSpendingQueries } from './calendarSpending';
import { spendingQueries } from './readSpending';
import type { SloContext, SloDetails } from './SloDetails';
import {
  gatherKnowledge,
  type SloKnowledge,
  type SloKnowledgeOptions,
  statedSlo,
} from './SloKnowledge';

export interface DefaultSloDetailsOptions {
  instances: ReadonlyMap<string, ClockedPrometheus>;
  links: ReadonlyMap<string, InstanceLinks>;
  grafanaTemplate?: string;
  knowledge: SloKnowledgeOptions;
  measurements: Measurements;
  charts: Charts;
  deployments: Deployments;
}

/** Charts that the recorded names alone draw: they wait for neither rules nor files. */
const BY_RECORDS: readonly SloChartName[] = ['budget', 'sli', 'errors'];

const nothing: Observed<never> = { items: [], sources: [] };

/** Puts together what the parts tell. */
export class DefaultSloDetails implements SloDetails {
  readonly #options: DefaultSloDetailsOptions;

  constructor(options: DefaultSloDetailsOptions) {
    this.#options = options;
  }

  async getSlo(
    slo: SloSummary,
    { entity }: SloContext,
  ): Promise<Observed<SloDetail>> {
    const { instances, links, measurements, grafanaTemplate } = this.#options;
    const [ratios, knowledge] = await Promise.all([
      measurements.ratios(slo),
      gatherKnowledge(slo, entity, this.#options.knowledge),
    ]);
    const { rules, stated, spending, latency } = knowledge;
    const isCalendar = slo.window.kind === 'calendar';
    // What lists show of a calendar window is what was counted since it began.
    const isCounted =
      isCalendar || slo.budget.events !== undefined || spending.by !== 'events';
    const [spent, histogram] = await Promise.all([
      isCounted ? nothing : measurements.spending(slo, spending),
      latency ? measurements.histogram(slo, latency) : nothing,
    ]);
    const now = instances.get(slo.instance)?.clock.now() ?? Date.now() / 1000;
    const counting = isCalendar
      ? calendarSpendingQueries(slo, now)
      : spendingQueries(slo, spending);
    return {
      items: [
        buildDetail({
          slo,
          rules,
          stated,
          ratios: ratios.items,
          spendingBy: spending.by,
          spent: spent.items[0],
          counting: counting ?? [],
          hasRequests: knowledge.recordsTotal || knowledge.events !== undefined,
          hasLatency: histogram.items.length > 0,
          links: links.get(slo.instance),
          grafanaTemplate,
          now,
        }),
      ],
      sources: mergeObserved<unknown>([
        ratios,
        { items: [], sources: knowledge.sources },
        spent,
        histogram,
      ]).sources,
    };
  }

  async getChart(
    slo: SloSummary,
    chart: SloChartName,
    range: SloChartRange,
    { entity }: SloContext,
  ): Promise<Observed<SloChart>> {
    const parsed = parseChartRange(range);
    const { charts, knowledge: sources } = this.#options;
    const isPlain = BY_RECORDS.includes(chart);
    const isCalendar = chart === 'calendar' || parsed.kind === 'calendar';
    const needsFile = isCalendar && slo.window.kind === 'calendar';
    const [knowledge, stated] = await Promise.all([
      isPlain || chart === 'calendar'
        ? undefined
        : gatherKnowledge(slo, entity, sources),
      needsFile ? statedSlo(slo, entity, sources.files) : undefined,
    ]);
    const answer = await charts.read({
      chart,
      range: parsed,
      subject: subjectOf(slo, knowledge),
      calendar: calendarQuestionOf(slo, stated?.found?.specification, parsed),
    });
    return {
      items: answer.items,
      sources: [
        ...answer.sources,
        ...(knowledge?.sources ?? []),
        ...(knowledge ? [] : (stated?.sources ?? [])),
      ],
    };
  }

  async listDeployments(
    slo: SloSummary,
    range: SloChartRange,
    { entity, credentials }: SloContext,
  ): Promise<Observed<SloDeployment>> {
    const { instances, deployments, knowledge } = this.#options;
    const parsed = parseChartRange(range);
    const now = instances.get(slo.instance)?.clock.now() ?? Date.now() / 1000;
    const { start, end, step } = gridOf(parsed, now);
    return deployments.list(slo, {
      entity,
      credentials,
      from: start,
      // What was deployed since the last point belongs to it.
      to: parsed.kind === 'between' ? parsed.to : end + step,
      spending: async () => {
        const { spending, sources } = await gatherKnowledge(
          slo,
          entity,
          knowledge,
        );
        return { spending, sources };
      },
    });
  }
}

/** What of an objective its charts depend on; the rest of it changes with every reading. */
function subjectOf(
  { instance, id, service, name, labels, objective, window }: SloSummary,
  knowledge: SloKnowledge | undefined,
): ChartSubject {
  return {
    slo: { instance, id, service, name, labels },
    objective,
    recordsTotal: knowledge?.recordsTotal ?? false,
    events: knowledge?.events,
    latency: knowledge?.latency,
    thresholds: knowledge
      ? burnThresholds(
          { objective, windowSeconds: window.seconds },
          knowledge.rules,
        )
      : [],
  };
}
