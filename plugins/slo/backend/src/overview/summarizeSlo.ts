import {
  budgetRemaining,
  burnRate,
  errorBudget,
  eventsBudget,
  exhaustsInSeconds,
  type SloBudget,
  type SloSummary,
  type SloWindow,
} from '@shopstack/plugin-slo-common';
import type { CalendarSpending, RecordedSlo } from './InstanceOverview';
import { isObjective } from './isObjective';
import { fromMeasured } from './measured';
import { judgeRecorded, type RuleKnowledge } from './judgeRecorded';
import { formatSloId } from './formatSloId';
import { sloWindow } from './sloWindow';
import { windowSpending } from './windowSpending';

/** What is known beside the series of an objective. */
export interface SloContext {
  instance: string;
  /** By the clock of Prometheus, Unix seconds. */
  now: number | undefined;
  /** How long there has been data; undefined while not known. */
  filledSeconds: number | undefined;
  rules: RuleKnowledge;
  /** What was spent of the calendar windows that were read. */
  calendars?: readonly CalendarSpending[];
}

const MINUTES_5 = 300;
const HOUR = 3_600;

/** An objective as lists show it, without what Alertmanager and the catalog add. What is no number is absent. */
export function summarizeSlo(
  slo: RecordedSlo,
  context: SloContext,
): SloSummary {
  const { instance, now, filledSeconds, rules } = context;
  const { objective, periodSeconds } = slo;
  const ratios = new Map(
    slo.ratios.map(([seconds, value]) => [seconds, fromMeasured(value)]),
  );
  const window = sloWindow(slo, now);
  const spent = windowSpending(slo, ratios, window, context.calendars ?? []);
  const { state, stateReason } = judgeRecorded({
    slo,
    ratios,
    spent,
    windowSeconds: window.seconds,
    filledSeconds,
    rules,
  });
  const hasBudget = isObjective(objective);
  const errors = share(spent.errors);
  const budgetErrors = share(spent.budgetErrors);
  const current = share(ratios.get(MINUTES_5));
  const budget =
    hasBudget && budgetErrors !== undefined
      ? budgetOf(slo, window, budgetErrors)
      : {};
  const exhaustsAt = hasBudget
    ? endOf(budget.remaining, share(ratios.get(HOUR)), slo, window, now)
    : undefined;
  const { environment, env, category } = slo.labels;
  const place = environment ?? env;
  return {
    instance,
    id: formatSloId(slo),
    service: slo.service,
    name: slo.name,
    title: slo.name,
    category: category === 'business' ? 'business' : 'technical',
    ...(place && { environment: place }),
    labels: slo.labels,
    state,
    stateReason,
    objective,
    window,
    budgeting: slo.budgeting,
    mode: slo.isGuarded ? 'guarded' : 'sloth',
    ...(errors !== undefined && { sli: 1 - errors }),
    budget,
    ...(hasBudget &&
      current !== undefined && { burn: burnRate(current, objective) }),
    ...(exhaustsAt && { exhaustsAt }),
    ...(filledSeconds !== undefined && {
      filled: Math.min(1, filledSeconds / periodSeconds),
    }),
    ...(budget.events &&
      budget.events.total > 0 && {
        tooFewEvents: budget.events.allowed < 1,
      }),
    alerts: slo.alerts.map(alert => ({ ...alert })),
  };
}

/** Rounding of sums may leave a share a hair outside of 0 to 1. */
const ROUNDING = 1e-9;

function share(value: number | undefined): number | undefined {
  return value !== undefined && value >= -ROUNDING && value <= 1 + ROUNDING
    ? Math.min(1, Math.max(0, value))
    : undefined;
}

function budgetOf(
  slo: RecordedSlo,
  window: SloWindow,
  errorRatio: number,
): SloBudget {
  const { objective, budgeting } = slo;
  const remaining = budgetRemaining(errorRatio, objective);
  if (budgeting === 'timeslices') {
    const total = (window.seconds / 60) * errorBudget(objective);
    return { remaining, minutes: { total, left: total * remaining } };
  }
  // The recorded number is that of a rolling window.
  const total =
    slo.total === undefined || window.kind === 'calendar'
      ? NaN
      : fromMeasured(slo.total);
  return Number.isFinite(total) && total >= 0
    ? {
        remaining,
        events: eventsBudget({ objective, total, bad: total * errorRatio }),
      }
    : { remaining };
}

/**
 * When the budget ends at the pace of the last hour. In a rolling window a pace of at most 1 never ends it: what was spent
 * comes back as fast. In a calendar window it has to end before the window does.
 */
function endOf(
  remaining: number | undefined,
  hourRatio: number | undefined,
  { objective }: RecordedSlo,
  window: SloWindow,
  now: number | undefined,
): string | undefined {
  if (remaining === undefined || hourRatio === undefined || now === undefined) {
    return undefined;
  }
  const burn = burnRate(hourRatio, objective);
  const seconds = exhaustsInSeconds({
    remaining,
    burn,
    windowSeconds: window.seconds,
  });
  const isEnding =
    seconds !== undefined &&
    seconds > 0 &&
    (window.endsAt
      ? now + seconds < Date.parse(window.endsAt) / 1000
      : burn > 1);
  return isEnding ? new Date((now + seconds) * 1000).toISOString() : undefined;
}
