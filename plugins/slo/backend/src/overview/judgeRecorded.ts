import { judgeSlo, type SloState } from '@shopstack/plugin-slo-common';
import { exceedsWindows } from './exceedsWindows';
import type { RecordedSlo, RuleHealth } from './InstanceOverview';
import { isObjective } from './isObjective';
import { fromMeasured } from './measured';
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

/** What a recorded objective is judged by. */
export interface SloMeasure {
  slo: RecordedSlo;
  /** Shares of errors by the seconds of their windows. */
  ratios: ReadonlyMap<number, number>;
  spent: WindowSpending;
  windowSeconds: number;
  filledSeconds: number | undefined;
  rules: RuleKnowledge;
}

/** The state of a recorded objective, and why. */
export function judgeRecorded({
  slo,
  ratios,
  spent,
  windowSeconds,
  filledSeconds,
  rules: { areRead, health },
}: SloMeasure): { state: SloState; stateReason: string } {
  const { objective, periodSeconds } = slo;
  if (!isObjective(objective)) {
    return {
      state: 'invalid-sli',
      stateReason: `An objective of ${objective} % has no error budget: it must be between 0 and 100 %.`,
    };
  }
  const firing = firingOf(slo);
  if (spent.isUnread) {
    return whileUnread(firing);
  }
  const errorRatio = spent.budgetErrors;
  const currentErrorRatio = ratios.get(MINUTES_5);
  const isMissing = errorRatio === undefined || currentErrorRatio === undefined;
  const { state, reason } = judgeSlo({
    isRecorded: true,
    // What is read every few minutes may be over; what is recorded now tells that it is.
    ruleError: isMissing ? health?.error : undefined,
    objective,
    windowSeconds,
    errorRatio,
    currentErrorRatio,
    dayErrorRatio: ratios.get(DAY),
    totalEvents:
      windowSeconds === periodSeconds ? countedEvents(slo) : undefined,
    firing,
    // Where rules cannot be read, those of the guarded mode have alerts that know how few events are too few.
    hasAlerts: health ? health.alerts.length > 0 : slo.isGuarded,
    exceedsWindows: exceedsWindows({ objective, periodSeconds, ratios }),
    filledSeconds,
  });
  if (errorRatio === undefined && state === 'no-data') {
    return whyNothing(ratios, areRead, reason);
  }
  return { state, stateReason: reason };
}

/** Events of the rolling window, where they are events and are counted. */
function countedEvents({ budgeting, total }: RecordedSlo): number | undefined {
  if (budgeting !== 'occurrences' || total === undefined) return undefined;
  const events = fromMeasured(total);
  return Number.isFinite(events) && events >= 0 ? events : undefined;
}

/** The series tell of a rolling window; what a calendar window has spent is read apart. */
function whileUnread(firing: 'page' | 'ticket' | undefined): {
  state: SloState;
  stateReason: string;
} {
  return firing
    ? {
        state: 'burning',
        stateReason: 'The budget is being spent too fast.',
      }
    : {
        state: 'no-data',
        stateReason:
          'What has been spent since the calendar window began could not be read yet.',
      };
}

function firingOf({ alerts }: RecordedSlo): 'page' | 'ticket' | undefined {
  const firing = alerts.filter(({ status }) => status === 'firing');
  return firing.some(({ severity }) => severity === 'page')
    ? 'page'
    : firing[0]?.severity;
}

/** Nothing over the whole window, though it is known to Prometheus. */
function whyNothing(
  ratios: ReadonlyMap<number, number>,
  areRulesRead: boolean,
  reason: string,
): { state: SloState; stateReason: string } {
  if ([...ratios.values()].some(Number.isFinite)) {
    return {
      state: 'rules-not-loaded',
      stateReason:
        'Prometheus records shorter windows, but nothing over the whole window: the rule for it is missing, fails, or has not been evaluated yet.',
    };
  }
  return {
    state: 'no-data',
    stateReason: areRulesRead
      ? reason
      : `${reason} Its rules could not be read, so that they may be failing.`,
  };
}
