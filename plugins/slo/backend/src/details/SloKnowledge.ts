import type { Entity } from '@backstage/catalog-model';
import type { Observed, SourceStatus } from '@shopstack/plugin-kit-common';
import type { SloSummary } from '@shopstack/plugin-slo-common';
import { sloId, withWindow } from '@shopstack/plugin-slo-common/rules';
import type { EntitySloFiles, StatedSlo } from '../files';
import type { LoadedRule } from '../upstream/PrometheusReader';
import { type EventQueries, eventQueriesOf } from './eventQueries';
import { type LatencyHistogram, latencyHistogramOf } from './latencyHistogram';
import { rulesOf, type SloRules } from './loadedRules';
import { TOTAL_RATE_RECORD } from './records';
import { SLICE_RECORD, type Spending } from './spendingQueries';

/** The rules that a configured Prometheus has loaded, kept for all who ask. */
export interface RulesReading {
  read(instance: string): Promise<Observed<LoadedRule>>;
}

/** How an objective is measured: what its rules and its file say. */
export interface SloKnowledge {
  rules: SloRules;
  stated?: StatedSlo;
  events?: EventQueries;
  spending: Spending;
  latency?: LatencyHistogram;
  /** True when `slo:sli_total:rate5m` is recorded. */
  recordsTotal: boolean;
  sources: SourceStatus[];
}

export interface SloKnowledgeOptions {
  rules: RulesReading;
  files: EntitySloFiles;
  latencyHistogram: string;
}

/** Gathers how an objective is measured, from the rules of its Prometheus and the files of its entity. */
export async function gatherKnowledge(
  slo: SloSummary,
  entity: Entity,
  { rules: reading, files, latencyHistogram }: SloKnowledgeOptions,
): Promise<SloKnowledge> {
  const [loaded, stated] = await Promise.all([
    reading.read(slo.instance),
    statedSlo(slo, entity, files),
  ]);
  const rules = rulesOf(slo, loaded.items);
  const events = eventQueriesOf(rules, stated.found?.specification);
  return {
    rules,
    stated: stated.found,
    events,
    spending: spendingOf(slo, rules, events),
    latency:
      events &&
      latencyHistogramOf(withWindow(events.total, '5m'), latencyHistogram),
    recordsTotal: rules.records.has(TOTAL_RATE_RECORD),
    sources: [...loaded.sources, ...stated.sources],
  };
}

/** What the entity's files say of an objective. */
export async function statedSlo(
  { id }: Pick<SloSummary, 'id'>,
  entity: Entity,
  files: EntitySloFiles,
): Promise<{ found?: StatedSlo; sources: SourceStatus[] }> {
  const { specifications, sources } = await files.read(entity);
  return {
    found: specifications.find(
      ({ specification }) => sloId(specification) === id,
    ),
    sources,
  };
}

function spendingOf(
  slo: SloSummary,
  { records }: SloRules,
  events: EventQueries | undefined,
): Spending {
  if (slo.budgeting === 'timeslices') {
    return { by: records.has(SLICE_RECORD) ? 'slices' : 'ratio' };
  }
  return events ? { by: 'events', events } : { by: 'ratio' };
}
