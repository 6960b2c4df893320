import { LabelMatcher } from '../promql';
import { Rule } from './Rule';
import { mayProduce } from './selections';

interface LabelIndex {
  readonly byValue: Map<string, Rule[]>;
  /** Rules that do not set the label themselves. */
  readonly without: Rule[];
}

/** Rules of one name, found by the labels they set; generated rules come in hundreds that differ in one label. */
export class RuleIndex {
  readonly #rules: Rule[] = [];
  readonly #byLabel = new Map<string, LabelIndex>();

  add(rule: Rule): void {
    this.#rules.push(rule);
    this.#byLabel.clear();
  }

  /** The rules that may bring forth a series that matches. */
  find(matchers: readonly LabelMatcher[]): Rule[] {
    let candidates = this.#rules;
    for (const { name, operator, value } of matchers) {
      if (operator !== '=' || name === '__name__') continue;
      const { byValue, without } = this.#indexOf(name);
      const found = byValue.get(value) ?? [];
      if (found.length + without.length < candidates.length) {
        candidates = [...found, ...without];
      }
    }
    return candidates.filter(rule => mayProduce(rule, matchers));
  }

  #indexOf(label: string): LabelIndex {
    let index = this.#byLabel.get(label);
    if (!index) {
      index = { byValue: new Map(), without: [] };
      for (const rule of this.#rules) {
        const value = rule.labels[label];
        const list =
          value === undefined ? index.without : index.byValue.get(value);
        if (list) list.push(rule);
        else index.byValue.set(value, [rule]);
      }
      this.#byLabel.set(label, index);
    }
    return index;
  }
}
