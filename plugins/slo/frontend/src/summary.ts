import {
  compareSlos,
  type SloState,
  type SloSummary,
} from '@shopstack/plugin-slo-common';
import { measuredBudget } from './measured';

/** What the objectives of a service come to. */
export interface SlosSummary {
  /** Of how many it can be told whether they hold. */
  measured: number;
  /** How many of them have spent no more than they may. */
  holding: number;
  /** The states of those of which it cannot be told. */
  untold: SloState[];
  /** The one to look at first among those that were measured. */
  worst?: SloSummary;
}

/** Counts objectives that hold. What has too little data, or none, neither holds nor fails. */
export function summarize(slos: SloSummary[]): SlosSummary {
  const measured = slos.filter(
    slo => slo.state !== 'warming-up' && measuredBudget(slo) !== undefined,
  );
  return {
    measured: measured.length,
    holding: measured.filter(slo => measuredBudget(slo)! >= 0).length,
    untold: slos
      .filter(slo => !measured.includes(slo))
      .map(({ state }) => state),
    worst: [...measured].sort(compareSlos)[0],
  };
}
