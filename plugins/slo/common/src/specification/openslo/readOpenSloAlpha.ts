import type { TimeWindow } from '../../domain/TimeWindow';
import type { Sli, SloDocument, SloSpecification } from '../SloSpecification';
import { readName } from '../checks/names';
import { checkObjective } from '../checks/objective';
import { readQuery } from '../checks/queries';
import type { Mapping } from '../yaml/Mapping';
import { noAlerting } from './noAlerting';
import { readMetadata } from './readMetadata';

const DAY = 86_400;
const SOURCES = ['prometheus', 'sloth'];

/**
 * Reads an SLO of `openslo/v1alpha` as Sloth does (github.com/slok/sloth, internal/storage/io/openslo.go): each objective by
 * its ratio of good to all events, named `<name>-<index>` from 0; one window in days, which always rolls; no alerts, and
 * no labels.
 */
export function readOpenSloAlpha(document: Mapping): SloDocument {
  const { problems } = document;
  const before = problems.refusals;
  document.only(['apiVersion', 'kind', 'metadata', 'spec']);
  const { name, displayName } = readMetadata(document);
  const spec = document.requiredChild('spec');
  if (!spec) return { format: 'openslo/v1alpha', slos: [] };
  spec.only([
    'service',
    'description',
    'budgetingMethod',
    'indicator',
    'objectives',
    'timeWindows',
  ]);
  const service = readName(spec, 'service');
  const description = spec.text('description');
  const timeWindow = readTimeWindow(spec);
  noteBudgeting(spec);
  const isSound = problems.refusals === before;
  const slos = (spec.requiredChildren('objectives') ?? []).map(
    (objective, index): SloSpecification | undefined => {
      const read = readObjective(objective);
      if (!read || !isSound) return undefined;
      return {
        service: service!,
        name: `${name}-${index}`,
        ...(displayName ? { displayName } : {}),
        ...(description ? { description } : {}),
        ...read,
        labels: {},
        ...(timeWindow ? { timeWindow } : {}),
        budgeting: { method: 'occurrences' },
        alerting: noAlerting(),
        line: problems.line(objective.offset),
      };
    },
  );
  return {
    format: 'openslo/v1alpha',
    slos: slos.filter(slo => slo !== undefined),
  };
}

function readTimeWindow(spec: Mapping): TimeWindow | undefined {
  const [window, second] = spec.children('timeWindows') ?? [];
  if (!window) return undefined;
  const { problems } = spec;
  if (second) {
    problems.refuse(
      { offset: second.offset, path: second.path },
      'only one time window is supported',
    );
  }
  window.only(['unit', 'count', 'isRolling', 'calendar']);
  const unit = window.requiredText('unit');
  if (unit !== undefined && unit.toLowerCase() !== 'day') {
    problems.refuse(
      window.place('unit'),
      `windows of openslo/v1alpha are counted in days: "${unit}" is not supported`,
    );
  }
  const count = window.requiredNumber('count');
  if (count !== undefined && !(Number.isInteger(count) && count > 0)) {
    problems.refuse(window.place('count'), 'must be a whole number above 0');
  }
  if (window.has('calendar')) {
    problems.note(
      window.keyPlace('calendar'),
      'calendars of openslo/v1alpha are not read: the window rolls',
    );
  }
  return count === undefined
    ? undefined
    : { kind: 'rolling', seconds: count * DAY };
}

function noteBudgeting(spec: Mapping): void {
  const method = spec.text('budgetingMethod');
  if (method !== undefined && method !== 'Occurrences') {
    spec.problems.note(
      spec.place('budgetingMethod'),
      'the budgeting method of openslo/v1alpha is not read: events are counted',
    );
  }
}

function readObjective(
  objective: Mapping,
): Pick<SloSpecification, 'objective' | 'sli'> | undefined {
  const { problems } = objective;
  const before = problems.refusals;
  objective.only([
    'displayName',
    'value',
    'op',
    'target',
    'timeSliceTarget',
    'ratioMetrics',
  ]);
  const target = objective.requiredNumber('target');
  const percent =
    target === undefined
      ? undefined
      : checkObjective(target * 100, objective.place('target'), problems);
  const sli = readRatio(objective);
  return problems.refusals > before
    ? undefined
    : { objective: percent!, sli: sli! };
}

function readRatio(objective: Mapping): Sli | undefined {
  if (!objective.has('ratioMetrics')) {
    objective.problems.refuse(
      objective.place('ratioMetrics'),
      '"ratioMetrics" is missing: threshold metrics of openslo/v1alpha are not supported',
    );
    return undefined;
  }
  const ratio = objective.child('ratioMetrics');
  ratio?.only(['counter', 'incremental', 'good', 'total']);
  const good = ratio && readMetric(ratio, 'good');
  const total = ratio && readMetric(ratio, 'total');
  if (good === undefined || total === undefined) return undefined;
  return {
    kind: 'raw',
    errorRatioQuery: `1 - (\n  (\n    ${good}\n  )\n  /\n  (\n    ${total}\n  )\n)`,
  };
}

function readMetric(ratio: Mapping, key: string): string | undefined {
  const metric = ratio.requiredChild(key);
  if (!metric) return undefined;
  metric.only(['source', 'queryType', 'query', 'metadata']);
  const source = metric.requiredText('source');
  if (source !== undefined && !SOURCES.includes(source)) {
    metric.problems.refuse(
      metric.place('source'),
      `the source "${source}" is not supported, only prometheus`,
    );
  }
  const queryType = metric.requiredText('queryType');
  if (queryType !== undefined && queryType !== 'promql') {
    metric.problems.refuse(
      metric.place('queryType'),
      `queries of the type "${queryType}" are not supported, only promql`,
    );
  }
  return readQuery(metric, 'query');
}
