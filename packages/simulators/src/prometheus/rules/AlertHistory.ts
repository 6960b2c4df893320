import { labelsKey } from '../promql';
import { AlertingRule } from './Rule';
import { ResultPoint, RuleResults } from './RuleResults';

/** How far back the beginning of an alert is looked for, in milliseconds: three days. */
const FURTHEST = 3 * 86_400_000;
/** Evaluations that are looked at first; each further look takes four times as many. */
const FIRST_LOOK = 15;

/** An alert of a rule at one evaluation. */
export interface AlertInstance extends ResultPoint {
  readonly state: 'pending' | 'firing';
  /** Unix milliseconds; as early as is looked for. */
  readonly activeAt: number;
}

/** Moments between which an alert held without a gap. */
interface Run {
  readonly from: number;
  readonly to: number;
}

/** Since when the results of an alerting rule hold, read off its results. */
export class AlertHistory {
  readonly #rule: AlertingRule;
  readonly #results: RuleResults;
  /** The newest run of each series that was looked for. */
  readonly #runs = new Map<string, Run>();

  constructor(rule: AlertingRule, results: RuleResults) {
    this.#rule = rule;
    this.#results = results;
  }

  /** The alerts of the rule at one of its evaluations (Unix milliseconds). */
  at(moment: number): AlertInstance[] {
    return this.#results.at(moment).map(point => {
      const activeAt = this.#activeSince(labelsKey(point.labels), moment);
      const holds = moment - activeAt >= this.#rule.holdFor;
      return { ...point, activeAt, state: holds ? 'firing' : 'pending' };
    });
  }

  #activeSince(key: string, moment: number): number {
    const known = this.#runs.get(key);
    if (known && known.from <= moment && moment <= known.to) return known.from;
    const from = this.#search(key, moment, known);
    this.#runs.set(key, { from, to: moment });
    return from;
  }

  /** Goes back evaluation by evaluation, in looks that grow, until one without the series or a run that is known. */
  #search(key: string, moment: number, known: Run | undefined): number {
    const { interval } = this.#results;
    const earliest = Math.max(this.#rule.since, moment - FURTHEST);
    let from = moment;
    let look = FIRST_LOOK;
    while (from - interval >= earliest) {
      const count = Math.min(look, Math.floor((from - earliest) / interval));
      const begin = from - count * interval;
      const moments = Float64Array.from(
        { length: count },
        (_, index) => begin + index * interval,
      );
      const results = this.#results.atAll(moments);
      for (const earlier of moments.reverse()) {
        const holds = results
          .get(earlier)!
          .some(point => labelsKey(point.labels) === key);
        if (!holds) return from;
        from = earlier;
        if (known && known.from <= from && from <= known.to) return known.from;
      }
      look *= 4;
    }
    return from;
  }
}
