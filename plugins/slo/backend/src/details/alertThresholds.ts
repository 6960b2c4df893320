import {
  errorBudget,
  listWindows,
  parseDuration,
  prometheusDuration,
  SLOTH_WINDOWS_28D,
  SLOTH_WINDOWS_30D,
  type SloBurnWindow,
  windowFactor,
} from '@shopstack/plugin-slo-common';
import type { SloRules } from './loadedRules';

/** A row of the burn table as rules or the usual windows state it, without what is measured. */
export type BurnThreshold = Pick<
  SloBurnWindow,
  | 'severity'
  | 'speed'
  | 'shortWindow'
  | 'longWindow'
  | 'factor'
  | 'threshold'
  | 'budgetShare'
  | 'holdSeconds'
>;

/** `slo:sli_error:ratio_rate5m{…} > (14.4 * 0.0009999999999999432)`, with the labels in between. */
const COMPARISON =
  /slo:sli_error:ratio_rate(\w+)\s*(?:\{(?:[^}"]|"(?:[^"\\]|\\.)*")*\})?\s*>\s*\(\s*([\d.eE+-]+)\s*\*\s*([\d.eE+-]+)\s*\)/g;

interface Comparison {
  window: string;
  seconds: number;
  factor: number;
  budget: number;
}

/**
 * The rows of an objective's burn table: what the loaded alert rules compare with what; for a severity without such a
 * rule, the windows that the SRE workbook recommends, for the objective's own period.
 */
export function burnThresholds(
  { objective, windowSeconds }: { objective: number; windowSeconds: number },
  { alerts }: SloRules,
): BurnThreshold[] {
  return (['page', 'ticket'] as const).flatMap(severity => {
    const rule = alerts[severity];
    const loaded = rule ? readPairs(rule.query) : [];
    if (rule && loaded.length > 0) {
      return loaded.slice(0, 2).map(([short, long], index) => ({
        severity,
        speed: index === 0 ? ('quick' as const) : ('slow' as const),
        shortWindow: short.window,
        longWindow: long.window,
        factor: long.factor,
        threshold: long.factor * long.budget,
        budgetShare: (long.factor * long.seconds) / windowSeconds,
        holdSeconds: rule.holdSeconds,
      }));
    }
    return usualThresholds(objective, windowSeconds).filter(
      row => row.severity === severity,
    );
  });
}

/** Pairs of a short and a long window, the quickest first. */
function readPairs(query: string): [Comparison, Comparison][] {
  const found = [...query.matchAll(COMPARISON)].flatMap(
    ([, window, factor, budget]): Comparison[] => {
      const seconds = parseDuration(window);
      const numbers = [Number(factor), Number(budget)];
      return seconds !== undefined && numbers.every(Number.isFinite)
        ? [{ window, seconds, factor: numbers[0], budget: numbers[1] }]
        : [];
    },
  );
  const pairs: [Comparison, Comparison][] = [];
  for (let index = 0; index + 1 < found.length; index += 2) {
    const [one, other] = [found[index], found[index + 1]];
    pairs.push(one.seconds <= other.seconds ? [one, other] : [other, one]);
  }
  return pairs.sort(([, one], [, other]) => other.factor - one.factor);
}

function usualThresholds(
  objective: number,
  windowSeconds: number,
): BurnThreshold[] {
  const is28Days = windowSeconds === SLOTH_WINDOWS_28D.periodSeconds;
  const windows = is28Days ? SLOTH_WINDOWS_28D : SLOTH_WINDOWS_30D;
  return listWindows(windows).map(window => {
    const factor = windowFactor({
      budgetPercent: window.errorBudgetPercent,
      periodSeconds: windowSeconds,
      longSeconds: window.longSeconds,
    });
    return {
      severity: window.severity,
      speed: window.speed,
      shortWindow: prometheusDuration(window.shortSeconds),
      longWindow: prometheusDuration(window.longSeconds),
      factor,
      threshold: factor * errorBudget(objective),
      budgetShare: window.errorBudgetPercent / 100,
      holdSeconds: 0,
    };
  });
}
