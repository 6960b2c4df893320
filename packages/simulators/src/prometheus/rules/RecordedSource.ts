import { Clock } from '../../world/types';
import {
  LabelMatcher,
  Labels,
  METRIC_NAME,
  NO_TIMES,
  SampleSource,
  Samples,
  SelectHints,
  SeriesHandle,
  labelsKey,
  matchesAll,
  sliceSamples,
  withLabels,
} from '../promql';
import { AlertHistory } from './AlertHistory';
import { AlertingRule, Rule } from './Rule';
import { RuleEvaluator } from './RuleEvaluator';
import { ResultPoint } from './RuleResults';

const ALERTS = 'ALERTS';
const ALERTS_FOR_STATE = 'ALERTS_FOR_STATE';
/** Evaluations: a day of minutes. */
const LONG_ROW = 1440;

/** The series that rules bring forth. They are evaluated when they are selected, at the moments their group would have been. */
export class RecordedSource implements SampleSource {
  readonly #clock: Clock;
  readonly #histories = new WeakMap<object, AlertHistory>();
  evaluator!: RuleEvaluator;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  *select(
    matchers: readonly LabelMatcher[],
    hints: SelectHints,
  ): Generator<SeriesHandle> {
    const named = matchers.filter(matcher => matcher.name === METRIC_NAME);
    const seen = new Set<string>();
    for (const name of this.#names(named)) {
      for (const rule of this.evaluator.recording(name, matchers)) {
        const handles =
          rule.kind === 'alerting'
            ? this.#ofAlerts(rule, name, hints)
            : this.#ofRecording(rule, hints);
        for (const handle of handles) {
          if (!matchesAll(handle.labels, matchers)) continue;
          // Of two rules that record the same series, the samples of the second are dropped.
          const key = labelsKey(handle.labels);
          if (seen.has(key)) continue;
          seen.add(key);
          yield handle;
        }
      }
    }
  }

  /** The alerts of a rule at its newest evaluation. */
  history(rule: AlertingRule): AlertHistory {
    const results = this.evaluator.results(rule);
    let history = this.#histories.get(results);
    if (!history) {
      history = new AlertHistory(rule, results);
      this.#histories.set(results, history);
    }
    return history;
  }

  /** The newest evaluation of a rule that is not after a moment nor after now; Unix milliseconds. */
  newestEvaluation(rule: Rule, moment: number): number {
    const now = this.#clock.now().getTime();
    return Math.floor(Math.min(now, moment) / rule.interval) * rule.interval;
  }

  #names(named: readonly LabelMatcher[]): string[] {
    const exact = named.find(matcher => matcher.operator === '=');
    const names = exact ? [exact.value] : this.evaluator.recordedNames();
    return names.filter(name => named.every(matcher => matcher.matches(name)));
  }

  #ofRecording(rule: Rule, hints: SelectHints): SeriesHandle[] {
    const results = this.evaluator.results(rule);
    if (hints.latestOnly) {
      const evaluations = this.#evaluations(rule, hints);
      const [first] = evaluations;
      const last = evaluations[evaluations.length - 1];
      if (isLongRow(evaluations, rule.interval)) {
        return handlesOf(results.between(first, last));
      }
      return handlesOfPoints(results.atAll(evaluations));
    }
    const { moments, range } = hints;
    const to = this.newestEvaluation(rule, moments[moments.length - 1]);
    return handlesOf(results.between(moments[0] - range, to));
  }

  #ofAlerts(
    rule: AlertingRule,
    name: string,
    hints: SelectHints,
  ): SeriesHandle[] {
    const history = this.history(rule);
    const points = new Map<number, ResultPoint[]>();
    const evaluations = this.#evaluations(rule, hints);
    this.evaluator.results(rule).atAll(evaluations);
    for (const moment of evaluations) {
      points.set(
        moment,
        history.at(moment).map(({ labels, state, activeAt }) =>
          name === ALERTS_FOR_STATE
            ? {
                labels: withLabels(labels, [[METRIC_NAME, name]]),
                value: activeAt / 1000,
              }
            : {
                labels: withLabels(labels, [
                  [METRIC_NAME, ALERTS],
                  ['alertstate', state],
                ]),
                value: 1,
              },
        ),
      );
    }
    return handlesOfPoints(points);
  }

  /** The evaluations that a selector comes to see: the newest at each moment, or all in its range. */
  #evaluations(rule: Rule, hints: SelectHints): Float64Array {
    const { moments, range, latestOnly } = hints;
    const last = this.newestEvaluation(rule, moments[moments.length - 1]);
    if (latestOnly) {
      const newest = new Set<number>();
      for (const moment of moments) {
        newest.add(this.newestEvaluation(rule, moment));
      }
      return Float64Array.from(newest);
    }
    const first = Math.ceil((moments[0] - range) / rule.interval);
    const count = Math.max(0, last / rule.interval - first + 1);
    return Float64Array.from(
      { length: count },
      (_, index) => (first + index) * rule.interval,
    );
  }
}

/** True for so many evaluations without a gap that they are better kept in chunks of days than one by one. */
function isLongRow(evaluations: Float64Array, interval: number): boolean {
  const last = evaluations.length - 1;
  return (
    last >= LONG_ROW && evaluations[last] - evaluations[0] === last * interval
  );
}

function handlesOf(series: ReadonlyMap<Labels, Samples>): SeriesHandle[] {
  return [...series].map(([labels, samples]) => ({
    labels,
    read: (from, to) => sliceSamples(samples, from, to),
  }));
}

/** An evaluation without a result of a series is a stale marker of it. */
function handlesOfPoints(
  points: ReadonlyMap<number, readonly ResultPoint[]>,
): SeriesHandle[] {
  const series = new Map<
    string,
    { labels: Labels; times: number[]; values: number[] }
  >();
  for (const [moment, there] of points) {
    for (const { labels, value } of there) {
      const key = labelsKey(labels);
      const one = series.get(key) ?? { labels, times: [], values: [] };
      one.times.push(moment);
      one.values.push(value);
      series.set(key, one);
    }
  }
  const all = Float64Array.from(points.keys());
  const samples = [...series.values()].map(
    ({ labels, times, values }): [Labels, Samples] => {
      const there = new Set(times);
      const stale =
        times.length === all.length
          ? NO_TIMES
          : all.filter(moment => !there.has(moment));
      return [
        labels,
        {
          times: Float64Array.from(times),
          values: Float64Array.from(values),
          stale,
        },
      ];
    },
  );
  return handlesOf(new Map(samples));
}
