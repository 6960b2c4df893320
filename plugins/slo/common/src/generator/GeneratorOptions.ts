import type { AlertWindows } from '../domain';

/**
 * - `sloth`: what Sloth generates, rule for rule.
 * - `guarded`: the same names and labels; the period weighs events, a missing series of errors is no error, no traffic is
 *   no data, and alerts wait for enough events.
 */
export type GeneratorMode = 'sloth' | 'guarded';

export interface GeneratorOptions {
  mode: GeneratorMode;
  /** Period of objectives that state none. */
  defaultPeriodSeconds: number;
  /** Replaces the windows that come along, which are for 30 and for 28 days. */
  windows?: AlertWindows[];
  /** Added to every recorded series, over the labels of the objective. */
  extraLabels: Record<string, string>;
  disableRecordings: boolean;
  disableAlerts: boolean;
  /** Sloth mode only: the period is asked of the queries themselves. Guarded mode always does. */
  disableOptimized: boolean;
  /** Label `sloth_version`. */
  version: string;
}

export const DEFAULT_GENERATOR_OPTIONS: GeneratorOptions = {
  mode: 'guarded',
  defaultPeriodSeconds: 30 * 86_400,
  extraLabels: {},
  disableRecordings: false,
  disableAlerts: false,
  disableOptimized: false,
  version: 'dev',
};
