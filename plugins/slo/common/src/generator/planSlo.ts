import {
  type AlertWindow,
  type AlertWindows,
  errorBudget,
  listWindows,
  prometheusDuration,
  windowFactor,
} from '../domain';
import type {
  SloFormat,
  SloSpecification,
} from '../specification/SloSpecification';
import type { GeneratorOptions } from './GeneratorOptions';
import { RefusedSloError } from './RefusedSloError';
import { alertWindowsFor } from './alertWindowsFor';
import { idLabels, idSelector } from './names';
import { periodOf } from './periodOf';

/** An objective with all that its rules need decided. */
export interface SloPlan {
  slo: SloSpecification;
  format: SloFormat;
  options: GeneratorOptions;
  periodSeconds: number;
  windows: AlertWindows;
  /** Lengths of all windows of alerts, each once, ascending. */
  alertSeconds: number[];
  /** Budget as a share of events. */
  budget: number;
  /** `{sloth_id="…", …}` */
  selector: string;
  /** Of every recorded series, beside the window. */
  labels: Record<string, string>;
}

/** @throws RefusedSloError when there are no windows for the period, or the mode cannot say what is asked. */
export function planSlo(
  format: SloFormat,
  slo: SloSpecification,
  options: GeneratorOptions,
): SloPlan {
  if (options.mode === 'sloth') refuseWhatSlothCannotSay(slo);
  else refuseWhatIsGuarded(slo);
  const periodSeconds = periodOf(slo.timeWindow, options.defaultPeriodSeconds);
  const windows = alertWindowsFor(periodSeconds, options.mode, options.windows);
  if (!windows) {
    throw new RefusedSloError(
      slo,
      `there are no alert windows for a period of ${prometheusDuration(periodSeconds)}; give a file of kind AlertWindows for it`,
    );
  }
  const seconds = listWindows(windows).flatMap(each => [
    each.shortSeconds,
    each.longSeconds,
  ]);
  return {
    slo,
    format,
    options,
    periodSeconds,
    windows,
    alertSeconds: [...new Set(seconds)].sort((a, b) => a - b),
    budget: errorBudget(slo.objective),
    selector: idSelector(slo),
    labels: { ...idLabels(slo), ...slo.labels, ...options.extraLabels },
  };
}

/** Burn rate at which both windows of a pair alert. Guarded mode drops the noise in the last digits of the double. */
export function factorOf(plan: SloPlan, window: AlertWindow): number {
  const factor = windowFactor({
    budgetPercent: window.errorBudgetPercent,
    periodSeconds: plan.windows.periodSeconds,
    longSeconds: window.longSeconds,
  });
  return plan.options.mode === 'sloth'
    ? factor
    : Number(factor.toPrecision(12));
}

function refuseWhatSlothCannotSay(slo: SloSpecification): void {
  if (slo.timeWindow?.kind === 'calendar') {
    throw new RefusedSloError(
      slo,
      'Sloth has no calendar windows: use the guarded mode, or a rolling window',
    );
  }
  if (slo.budgeting.method !== 'occurrences') {
    throw new RefusedSloError(
      slo,
      `Sloth has no budgeting by ${slo.budgeting.method}: use the guarded mode, or Occurrences`,
    );
  }
}

function refuseWhatIsGuarded(slo: SloSpecification): void {
  if (slo.denominatorCorrected) {
    throw new RefusedSloError(
      slo,
      'the plugin denominator_corrected_rules is for the sloth mode: guarded alerts wait for enough events by themselves',
    );
  }
}
