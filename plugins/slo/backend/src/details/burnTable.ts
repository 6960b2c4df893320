import {
  burnRate,
  burnWord,
  exhaustsInSeconds,
  type SloAlert,
  type SloBurnWindow,
  type SloSeverity,
} from '@shopstack/plugin-slo-common';
import type { BurnThreshold } from './alertThresholds';

export interface BurnEvidence {
  /** Percent. */
  objective: number;
  windowSeconds: number;
  /** Share of the budget that is left. */
  remaining?: number;
  /** Shares of errors now, by window; NaN and infinite as recorded. */
  ratios: ReadonlyMap<string, number>;
  alerts: readonly SloAlert[];
}

/** The worst first, where several alerts of a severity are not at rest. */
const ALERT_ORDER = ['firing', 'pending', 'silenced', 'inhibited'];

/** The multi-window burn table: thresholds with what is measured now. */
export function burnTable(
  thresholds: readonly BurnThreshold[],
  { objective, windowSeconds, remaining, ratios, alerts }: BurnEvidence,
): SloBurnWindow[] {
  return thresholds.map(row => {
    const short = measured(ratios.get(row.shortWindow), objective);
    const long = measured(ratios.get(row.longWindow), objective);
    const ends =
      remaining === undefined || long === undefined
        ? undefined
        : exhaustsInSeconds({ remaining, burn: long, windowSeconds });
    const alert = alertOf(row.severity, alerts);
    return {
      ...row,
      ...(short !== undefined && { short }),
      ...(long !== undefined && { long }),
      word: burnWord({ short, long, threshold: row.factor }),
      ...(ends !== undefined && { exhaustsInSeconds: ends }),
      ...(alert && { alert }),
    };
  });
}

/** A burn rate that may leave the backend: what is not finite is not measured. */
function measured(
  ratio: number | undefined,
  objective: number,
): number | undefined {
  if (ratio === undefined) return undefined;
  const burn = burnRate(ratio, objective);
  return Number.isFinite(burn) ? burn : undefined;
}

function alertOf(
  severity: SloSeverity,
  alerts: readonly SloAlert[],
): SloAlert | undefined {
  return alerts
    .filter(alert => alert.severity === severity)
    .sort(
      (one, other) =>
        ALERT_ORDER.indexOf(one.status) - ALERT_ORDER.indexOf(other.status),
    )[0];
}
