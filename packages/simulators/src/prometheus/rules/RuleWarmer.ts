import { Rule } from './Rule';
import { RuleBook } from './RuleBook';
import { RuleEvaluator } from './RuleEvaluator';
import { RecordedSource } from './RecordedSource';
import { selectionsOf } from './selections';

/** Ranges from here on are worth making ahead of the first question, in milliseconds. */
const LONG_RANGE = 6 * 3_600_000;
/** Wall time a step may take, so that the other simulators stay prompt; milliseconds. */
const BUDGET = 12;

/** Evaluates, a little at a time, what rules over long ranges stand on, so that the first question is not a slow one. */
export class RuleWarmer {
  readonly #book: RuleBook;
  readonly #evaluator: RuleEvaluator;
  readonly #source: RecordedSource;
  #version = -1;
  #wanted: { rule: Rule; range: number }[] = [];

  constructor(
    book: RuleBook,
    evaluator: RuleEvaluator,
    source: RecordedSource,
  ) {
    this.#book = book;
    this.#evaluator = evaluator;
    this.#source = source;
  }

  step(): void {
    if (this.#book.version !== this.#version) {
      this.#version = this.#book.version;
      this.#wanted = this.#findWanted();
    }
    const end = performance.now() + BUDGET;
    for (const { rule, range } of this.#wanted) {
      const now = this.#source.newestEvaluation(rule, Infinity);
      const last = now / rule.interval;
      const first = Math.ceil(
        Math.max(rule.since, now - range) / rule.interval,
      );
      const { dense } = this.#evaluator.results(rule);
      while (performance.now() < end && dense.makeOne(first, last));
      if (performance.now() >= end) return;
    }
  }

  #findWanted(): { rule: Rule; range: number }[] {
    const rules = this.#book.groups().flatMap(group => group.rules);
    const selections = rules
      .flatMap(({ expression }) => (expression ? selectionsOf(expression) : []))
      .filter(({ name, range }) => name && range >= LONG_RANGE);
    return selections.flatMap(({ name, matchers, range, step = 0 }) =>
      this.#evaluator
        .recording(name!, matchers)
        .filter(rule => step <= rule.interval)
        .map(rule => ({ rule, range })),
    );
  }
}
