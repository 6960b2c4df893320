import { burnRate, budgetRemaining, exhaustsInSeconds } from './budget';
import { shareOfGood } from './share';
import type { SloState } from './SloState';

/** What is known of an objective when its state is told. Shares are of errors, as recorded: they may be NaN or infinite. */
export interface SloEvidence {
  /** False when a file states it and Prometheus does not record it. */
  isRecorded: boolean;
  /** Why its rules fail, in the words of Prometheus. */
  ruleError?: string;
  /** Percent. */
  objective: number;
  windowSeconds: number;
  /** Over the window. */
  errorRatio?: number;
  /** Over 5 minutes. */
  currentErrorRatio?: number;
  /** Over one day. */
  dayErrorRatio?: number;
  /** Severest alert that fires, silenced or not. */
  firing?: 'page' | 'ticket';
  /**
   * True when it has alert rules; then only they say that it burns, because they know how few events are too few.
   */
  hasAlerts: boolean;
  /** True when both windows of some pair burn faster than they may; asked only where there are no alert rules. */
  exceedsWindows?: boolean;
  /** Events in the window, where they are counted. */
  totalEvents?: number;
  /** How long there has been data, in seconds. */
  filledSeconds?: number;
}

export interface SloJudgement {
  state: SloState;
  /** One sentence for people. */
  reason: string;
}

const DAY = 86_400;
/** Sloth colours a budget as a warning from here on. */
const LITTLE_LEFT = 0.1;
const SOON_SECONDS = 3 * DAY;
/** The same for short windows: this part of them. */
const SOON_PART = 0.1;
/** Below this part of the window, and below one day, there is too little to judge. */
const WARM_PART = 1 / 30;
/** What sums of doubles may lack. */
const ROUNDING = 1e-6;

/** The state of an objective and why. What cannot be measured is never healthy. */
export function judgeSlo(evidence: SloEvidence): SloJudgement {
  return (
    unmeasured(evidence) ??
    spentTooFast(evidence) ?? {
      state: 'healthy',
      reason: `${leftInWords(evidence)} of the error budget is left.`,
    }
  );
}

function unmeasured(evidence: SloEvidence): SloJudgement | undefined {
  const { errorRatio, currentErrorRatio, isRecorded, ruleError } = evidence;
  if (!isRecorded) {
    return {
      state: 'rules-not-loaded',
      reason: 'Prometheus has not loaded the rules of this objective.',
    };
  }
  if (ruleError) {
    return {
      state: 'rules-not-loaded',
      reason: `Prometheus cannot evaluate its rules: ${ruleError}`,
    };
  }
  if ([errorRatio, currentErrorRatio].some(isNoShare)) {
    return {
      state: 'invalid-sli',
      reason:
        'The share of errors lies outside 0 to 1: its queries do not count parts of the same whole.',
    };
  }
  if (errorRatio === undefined) {
    return { state: 'no-data', reason: 'No events in the whole window.' };
  }
  if (Number.isNaN(errorRatio)) {
    return {
      state: 'no-data',
      reason:
        currentErrorRatio === undefined || Number.isNaN(currentErrorRatio)
          ? 'No events, so there is no share to measure.'
          : 'A spell without events made the average of the window not a number until it leaves the window; event-weighted rules do not have this.',
    };
  }
  return undefined;
}

function spentTooFast(evidence: SloEvidence): SloJudgement | undefined {
  const { firing, hasAlerts, exceedsWindows, objective, windowSeconds } =
    evidence;
  const remaining = budgetRemaining(evidence.errorRatio!, objective);
  if (firing || (!hasAlerts && exceedsWindows)) {
    return {
      state: 'burning',
      reason: `The budget is being spent too fast; ${leftInWords(evidence)} of it is left.`,
    };
  }
  const early = tooEarly(evidence);
  if (early) return { state: 'warming-up', reason: early };
  if (remaining <= 0) {
    return {
      state: 'exhausted',
      reason:
        remaining < 0
          ? `The error budget is overspent by ${percent(-remaining)}.`
          : 'The error budget is spent.',
    };
  }
  if (remaining <= LITTLE_LEFT) {
    return {
      state: 'at-risk',
      reason: `Only ${percent(remaining)} of the error budget is left.`,
    };
  }
  const ends = exhaustsInSeconds({
    remaining,
    burn: burnRate(evidence.dayErrorRatio ?? NaN, objective),
    windowSeconds,
  });
  if (
    ends !== undefined &&
    ends <= Math.min(SOON_SECONDS, windowSeconds * SOON_PART)
  ) {
    return {
      state: 'at-risk',
      reason: `At the pace of the last day the error budget ends in ${inWords(ends)}.`,
    };
  }
  return undefined;
}

/** Why there is too little to judge. */
function tooEarly({
  filledSeconds,
  windowSeconds,
  totalEvents,
  errorRatio,
}: SloEvidence): string | undefined {
  if (
    filledSeconds !== undefined &&
    filledSeconds < Math.min(DAY, windowSeconds * WARM_PART)
  ) {
    const part = (100 * filledSeconds) / windowSeconds;
    return `Only ${part < 1 ? 'under 1' : Math.round(part)} % of the window has data: too little to judge.`;
  }
  if (totalEvents === undefined) return undefined;
  const bad = totalEvents * errorRatio!;
  const isEnough = shareOfGood({ good: totalEvents - bad, bad }) !== undefined;
  return isEnough
    ? undefined
    : `Only ${Math.round(totalEvents)} event${Math.round(totalEvents) === 1 ? '' : 's'} in the whole window: too few to judge.`;
}

/** A share outside 0 to 1; rounding of sums may leave it a hair outside. */
function isNoShare(ratio: number | undefined): boolean {
  if (ratio === undefined || Number.isNaN(ratio)) return false;
  return ratio < -1e-9 || ratio > 1 + 1e-9;
}

function leftInWords({ errorRatio, objective }: SloEvidence): string {
  const remaining = budgetRemaining(errorRatio!, objective);
  return remaining > 0 ? percent(remaining) : 'nothing';
}

/** Rounded down, so that a budget that was touched is never whole. */
function percent(share: number): string {
  const value = share * 100 + ROUNDING;
  return `${value < 10 ? Math.floor(value * 10) / 10 : Math.floor(value)} %`;
}

function inWords(seconds: number): string {
  const hours = seconds / 3_600 + ROUNDING;
  const isShort = hours < 48;
  if (hours < 1) return 'less than an hour';
  const count = Math.floor(isShort ? hours : hours / 24);
  const unit = isShort ? 'hour' : 'day';
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
}
