import type { Entity } from '@backstage/catalog-model';
import type { SourceStatus } from '@shopstack/plugin-kit-common';
import type { SloSummary } from '@shopstack/plugin-slo-common';
import { sloId, withWindow } from '@shopstack/plugin-slo-common/rules';
import type { EntitySloFiles, StatedSlo } from '../files';
import { type EventQueries, eventQueriesOf } from './eventQueries';
import { type LatencyHistogram, latencyHistogramOf } from './latencyHistogram';
import { rulesOf, type SloRules } from './loadedRules';
import { parseSloId } from './parseSloId';
import type { RulesReading } from './RulesReading';
import { TOTAL_RATE_RECORD } from './records';
import { SLICE_RECORD, type Spending } from './spendingQueries';

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
  // The queries of one of several variants count all of them: nobody knows how their labels come about.
  const isVariant = Object.keys(parseSloId(slo.id).variant).length > 0;
  const events = isVariant
    ? undefined
    : eventQueriesOf(rules, stated.found?.specification);
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
  const { slothId } = parseSloId(id);
  return {
    found: specifications.find(
      ({ specification }) => sloId(specification) === slothId,
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
