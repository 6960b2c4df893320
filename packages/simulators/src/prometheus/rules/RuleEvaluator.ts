import {
  LabelMatcher,
  Labels,
  METRIC_NAME,
  SampleSource,
  VectorSeries,
  contextOf,
  dropMetricName,
  evaluate,
  withLabels,
} from '../promql';
import { PromqlExecutionError } from '../promql/errors';
import { mergeSeries } from '../promql/mergeSeries';
import { PointBudget } from './PointBudget';
import { Rule } from './Rule';
import { RuleBook } from './RuleBook';
import { RuleResults } from './RuleResults';
import { RuleIndex } from './RuleIndex';
import { Selection, selectionsOf } from './selections';

const SAME_LABELS =
  'vector contains metrics with the same labelset after applying rule labels';

/** Evaluates rules, and remembers results for as long as neither the rule nor one it stands on changes. */
export class RuleEvaluator {
  readonly #book: RuleBook;
  readonly #source: SampleSource;
  readonly #defaultStep: number;
  readonly #running = new Set<string>();
  readonly #budget = new PointBudget();
  #version = -1;
  #byName = new Map<string, RuleIndex>();
  #resultsByClosure = new Map<string, RuleResults>();
  #resultsByRule = new Map<string, RuleResults>();

  /** @param source - everything a rule may select, recorded series included */
  constructor(book: RuleBook, source: SampleSource, defaultStep: number) {
    this.#book = book;
    this.#source = source;
    this.#defaultStep = defaultStep;
  }

  /** The rules that may record such series of a metric; those of `ALERTS` are all that alert. */
  recording(name: string, matchers: readonly LabelMatcher[]): Rule[] {
    this.#refresh();
    return this.#byName.get(name)?.find(matchers) ?? [];
  }

  recordedNames(): string[] {
    this.#refresh();
    return [...this.#byName.keys()];
  }

  results(rule: Rule): RuleResults {
    this.#refresh();
    let results = this.#resultsByRule.get(rule.key);
    if (!results) {
      const closure = this.#closureOf(rule);
      results = this.#resultsByClosure.get(closure);
      results ??= new RuleResults(
        rule.interval,
        rule.since,
        moments => this.#evaluate(rule, moments),
        this.#budget,
      );
      this.#resultsByClosure.set(closure, results);
      this.#resultsByRule.set(rule.key, results);
    }
    return results;
  }

  #evaluate(rule: Rule, moments: Float64Array): VectorSeries[] {
    const { expression } = rule;
    if (!expression) {
      throw new PromqlExecutionError(rule.problem ?? 'no expression');
    }
    // A rule that stands on itself sees nothing of itself.
    if (this.#running.has(rule.key)) return [];
    const skipped = moments.findIndex(moment => moment >= rule.since);
    if (skipped === -1) return [];
    this.#running.add(rule.key);
    try {
      const context = contextOf(this.#source, moments.subarray(skipped), {
        defaultStep: this.#defaultStep,
      });
      const value = evaluate(expression, context);
      const series = value.kind === 'vector' ? value.series : [];
      const scalar =
        value.kind === 'scalar' ? [scalarSeries(value.values)] : [];
      const named = [...series, ...scalar].map(one => ({
        ...one,
        labels: ruleLabels(one.labels, rule),
      }));
      return mergeSeries(named, SAME_LABELS).series.map(one =>
        shifted(one, skipped, moments.length),
      );
    } finally {
      this.#running.delete(rule.key);
    }
  }

  #refresh(): void {
    const { version } = this.#book;
    if (version === this.#version) return;
    this.#version = version;
    this.#byName = new Map();
    this.#resultsByRule = new Map();
    for (const group of this.#book.groups()) {
      for (const rule of group.rules) {
        const names =
          rule.kind === 'recording'
            ? [rule.name]
            : ['ALERTS', 'ALERTS_FOR_STATE'];
        for (const name of names) {
          const index = this.#byName.get(name) ?? new RuleIndex();
          index.add(rule);
          this.#byName.set(name, index);
        }
      }
    }
    this.#forgetTheChanged();
  }

  #forgetTheChanged(): void {
    const kept = new Map<string, RuleResults>();
    for (const group of this.#book.groups()) {
      for (const rule of group.rules) {
        const closure = this.#closureOf(rule);
        const results = this.#resultsByClosure.get(closure);
        if (results) kept.set(closure, results);
      }
    }
    this.#resultsByClosure = kept;
  }

  /** Names the rule and all it stands on, as they are now. */
  #closureOf(rule: Rule): string {
    const keys = new Set<string>();
    const visit = (one: Rule) => {
      if (keys.has(one.key)) return;
      keys.add(one.key);
      for (const selection of one.expression
        ? selectionsOf(one.expression)
        : []) {
        for (const next of this.#selected(selection)) visit(next);
      }
    };
    visit(rule);
    return `${rule.key}:${rule.since}:${[...keys].sort().join()}`;
  }

  #selected({ name, matchers }: Selection): Rule[] {
    return (name && this.#byName.get(name)?.find(matchers)) || [];
  }
}

function ruleLabels(labels: Labels, rule: Rule): Labels {
  const own = Object.entries(rule.labels);
  return rule.kind === 'recording'
    ? withLabels(labels, [...own, [METRIC_NAME, rule.name]])
    : withLabels(dropMetricName(labels), [...own, ['alertname', rule.name]]);
}

function scalarSeries(values: Float64Array): VectorSeries {
  const present = new Uint8Array(values.length).fill(1);
  return { labels: new Map(), values, present };
}

function shifted(
  series: VectorSeries,
  by: number,
  length: number,
): VectorSeries {
  if (by === 0) return series;
  const values = new Float64Array(length);
  const present = new Uint8Array(length);
  values.set(series.values, by);
  present.set(series.present, by);
  return { labels: series.labels, values, present };
}
