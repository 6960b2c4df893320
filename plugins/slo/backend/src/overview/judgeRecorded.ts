import {
  budgetRemaining,
  judgeSlo,
  type SloJudgement,
  type SloState,
  type SloWindow,
} from '@shopstack/plugin-slo-common';
import type { RuleHealth } from '../rules/ruleHealth';
import { exceedsWindows } from './exceedsWindows';
import { exhaustsAt } from './exhaustsAt';
import type { FilledWindow } from './filledWindow';
import type { RecordedSlo } from './InstanceOverview';
import { isObjective } from './isObjective';
import type { WindowSpending } from './windowSpending';

/** What is known of the rules of an objective. */
export interface RuleKnowledge {
  /** False while the rules of Prometheus could not be read. */
  areRead: boolean;
  /** Absent where Prometheus has loaded none, as a querier in front of others. */
  health?: RuleHealth;
}

const MINUTES_5 = 300;
const DAY = 86_400;
/** Before so much of a calendar window has passed, what is recorded every 5 minutes may not tell of it yet. */
const JUST_BEGUN_SECONDS = 2 * MINUTES_5;

/** What a recorded objective is judged by. */
export interface SloMeasure {
  slo: RecordedSlo;
  /** Shares of errors by the seconds of their windows. */
  ratios: ReadonlyMap<number, number>;
  spent: WindowSpending;
  window: SloWindow;
  /** By the clock of Prometheus, Unix seconds. */
  now: number | undefined;
  filling: FilledWindow;
  rules: RuleKnowledge;
}

/** The state of a recorded objective, and why. */
export function judgeRecorded(measure: SloMeasure): {
  state: SloState;
  stateReason: string;
} {
  const { state, reason } = judge(measure);
  return { state, stateReason: reason };
}

function judge(measure: SloMeasure): SloJudgement {
  const { slo, ratios, spent, window, filling } = measure;
  const { health, areRead } = measure.rules;
  const { objective, periodSeconds } = slo;
  if (!isObjective(objective)) {
    return {
      state: 'invalid-sli',
      reason: `An objective of ${objective} % has no error budget: it must be between 0 and 100 %.`,
    };
  }
  const firing = firingOf(slo);
  const isCalendar = window.kind === 'calendar';
  const errorRatio = spent.budgetErrors;
  if (isCalendar && firing && errorRatio === undefined) {
    // Alerts ask about shorter windows, which do not end when a month does.
    return { state: 'burning', reason: 'The budget is being spent too fast.' };
  }
  if (spent.isUnread) {
    return {
      state: 'no-data',
      reason:
        'What has been spent since the calendar window began could not be read yet.',
    };
  }
  const currentErrorRatio = ratios.get(MINUTES_5);
  const isMissing = errorRatio === undefined || currentErrorRatio === undefined;
  const judgement = judgeSlo({
    isRecorded: true,
    // What is read every few minutes may be over; what is recorded now tells that it is.
    ruleError: isMissing ? health?.error : undefined,
    objective,
    windowSeconds: window.seconds,
    errorRatio,
    currentErrorRatio,
    dayErrorRatio: dayErrorRatio(measure),
    totalEvents: spent.events?.total,
    firing,
    // Where rules cannot be read, those of the guarded mode have alerts that know how few events are too few.
    hasAlerts: health ? health.alerts.length > 0 : slo.isGuarded,
    exceedsWindows: exceedsWindows({ objective, periodSeconds, ratios }),
    filledSeconds:
      filling.filledSeconds ??
      (isCalendar ? filling.elapsedSeconds : undefined),
  });
  if (errorRatio !== undefined || judgement.state !== 'no-data') {
    return judgement;
  }
  if (!isCalendar) {
    return whyNothing([...ratios.values()], areRead, judgement.reason);
  }
  return filling.elapsedSeconds < JUST_BEGUN_SECONDS
    ? {
        state: 'warming-up',
        reason: 'The calendar window has only just begun: too little to judge.',
      }
    : whyNothing([currentErrorRatio], areRead, judgement.reason);
}

/** The pace of the last day, where it can end the budget: a calendar window may end, and renew it, before that. */
function dayErrorRatio({
  slo: { objective },
  ratios,
  spent,
  window,
  now,
}: SloMeasure): number | undefined {
  const errorRatio = ratios.get(DAY);
  if (!window.endsAt || spent.budgetErrors === undefined) return errorRatio;
  const remaining = budgetRemaining(spent.budgetErrors, objective);
  return exhaustsAt({ objective, remaining, errorRatio, window, now })
    ? errorRatio
    : undefined;
}

function firingOf({ alerts }: RecordedSlo): 'page' | 'ticket' | undefined {
  const firing = alerts.filter(({ status }) => status === 'firing');
  return firing.some(({ severity }) => severity === 'page')
    ? 'page'
    : firing[0]?.severity;
}

/** Nothing over the whole window, though it is known to Prometheus. */
function whyNothing(
  shorter: (number | undefined)[],
  areRulesRead: boolean,
  reason: string,
): SloJudgement {
  if (shorter.some(Number.isFinite)) {
    return {
      state: 'rules-not-loaded',
      reason:
        'Prometheus records shorter windows, but nothing over the whole window: the rule for it is missing, fails, or has not been evaluated yet.',
    };
  }
  return {
    state: 'no-data',
    reason: areRulesRead
      ? reason
      : `${reason} Its rules could not be read, so that they may be failing.`,
  };
}
