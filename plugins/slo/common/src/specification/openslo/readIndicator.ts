import { promqlProblem, withWindow } from '../../promql';
import type { Sli } from '../SloSpecification';
import type { Mapping } from '../yaml/Mapping';
import type { Companions } from './Companions';
import {
  OPPOSITES,
  eventsOf,
  fromGood,
  fromStoredRatio,
  fromThreshold,
} from './expressions';
import { readMetricQuery } from './readMetricQuery';

/** Reads an indicator for one objective, whose `op` and `value` say what is good of a threshold metric. */
export function readIndicator(
  indicator: Mapping,
  objective: Mapping,
  companions: Companions,
): Sli | undefined {
  indicator.only(['description', 'ratioMetric', 'thresholdMetric']);
  const { problems } = indicator;
  const ratio = indicator.child('ratioMetric');
  const threshold = indicator.child('thresholdMetric');
  if (ratio && threshold) {
    problems.refuse(
      indicator.keyPlace('thresholdMetric'),
      'only one of "ratioMetric" and "thresholdMetric" can be given',
    );
    return undefined;
  }
  const sli =
    (ratio && readRatio(ratio, companions)) ??
    (threshold && readThreshold(threshold, objective, companions));
  if (!ratio && !threshold) {
    problems.refuse(
      indicator.place('ratioMetric'),
      'needs "ratioMetric" or "thresholdMetric"',
    );
  }
  return sli && checked(sli, (ratio ?? threshold)!);
}

function readRatio(ratio: Mapping, companions: Companions): Sli | undefined {
  ratio.only(['counter', 'good', 'bad', 'total', 'rawType', 'raw']);
  const { problems } = ratio;
  const isCounter = ratio.flag('counter') ?? false;
  if (ratio.has('raw')) return readRaw(ratio, companions);
  if (ratio.has('rawType')) {
    problems.refuse(ratio.keyPlace('rawType'), 'belongs to "raw" only');
  }
  if (ratio.has('good') === ratio.has('bad')) {
    problems.refuse(
      ratio.place(ratio.has('bad') ? 'bad' : 'good'),
      'needs "good" or "bad", one of them',
    );
  }
  const queryOf = (key: string) => {
    const query = readMetricQuery(ratio, key, companions);
    return query === undefined ? undefined : eventsOf(query, isCounter);
  };
  const total = ratio.require('total') ? queryOf('total') : undefined;
  const part = queryOf(ratio.has('bad') ? 'bad' : 'good');
  if (total === undefined || part === undefined) return undefined;
  const isSame = part.trim() === total.trim();
  if (!ratio.has('bad')) {
    if (isSame) {
      problems.note(
        ratio.place('total'),
        '"good" and "total" are the same: no event could ever be bad',
      );
    }
    return fromGood(part, total);
  }
  if (isSame) {
    problems.refuse(
      ratio.place('total'),
      '"bad" and "total" are the same: every event would be bad',
    );
    return undefined;
  }
  return { kind: 'events', errorQuery: part, totalQuery: total };
}

function readRaw(ratio: Mapping, companions: Companions): Sli | undefined {
  const { problems } = ratio;
  for (const key of ['good', 'bad', 'total']) {
    if (ratio.has(key)) {
      problems.refuse(ratio.keyPlace(key), 'cannot stand beside "raw"');
    }
  }
  const rawType = ratio.requiredText('rawType');
  const query = readMetricQuery(ratio, 'raw', companions);
  if (rawType === 'success' || rawType === 'failure') {
    return query === undefined ? undefined : fromStoredRatio(query, rawType);
  }
  if (rawType !== undefined) {
    problems.refuse(ratio.place('rawType'), 'must be success or failure');
  }
  return undefined;
}

function readThreshold(
  threshold: Mapping,
  objective: Mapping,
  companions: Companions,
): Sli | undefined {
  const query = readMetricQuery(threshold, '', companions, 'refused');
  const op = objective.requiredText('op');
  const value = objective.requiredNumber('value');
  if (op !== undefined && !Object.hasOwn(OPPOSITES, op)) {
    objective.problems.refuse(
      objective.place('op'),
      `must be one of ${Object.keys(OPPOSITES).join(', ')}`,
    );
    return undefined;
  }
  if (value !== undefined && !Number.isFinite(value)) {
    objective.problems.refuse(objective.place('value'), 'must be finite');
    return undefined;
  }
  return query === undefined || op === undefined || value === undefined
    ? undefined
    : fromThreshold(query, op, value);
}

/** What was made of queries has to be PromQL too: not every query can be counted over a window. */
function checked(sli: Sli, metric: Mapping): Sli | undefined {
  const queries =
    sli.kind === 'raw'
      ? [sli.errorRatioQuery]
      : [sli.errorQuery, sli.totalQuery];
  const problem = queries
    .map(query => promqlProblem(withWindow(query, '5m')))
    .find(each => each !== undefined);
  if (!problem) return sli;
  metric.problems.refuse(
    { offset: metric.offset, path: metric.path },
    `cannot be counted over a window (${problem.message}): write {{.window}} where the duration stands`,
  );
  return undefined;
}
