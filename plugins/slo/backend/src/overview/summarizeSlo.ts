import {
  budgetRemaining,
  burnRate,
  eventsBudget,
  minutesBudget,
  type SloBudget,
  type SloSummary,
  type SloWindow,
} from '@shopstack/plugin-slo-common';
import { exhaustsAt } from './exhaustsAt';
import { filledWindow } from './filledWindow';
import type { RecordedSlo } from './InstanceOverview';
import { isObjective } from './isObjective';
import { fromMeasured } from './measured';
import { judgeRecorded, type RuleKnowledge } from './judgeRecorded';
import { formatSloId } from './formatSloId';
import type { ShownWindow } from './sloWindow';
import {
  type CalendarIndex,
  windowSpending,
  type WindowSpending,
} from './windowSpending';

/** What is known beside the series of an objective. */
export interface SloContext {
  instance: string;
  /** By the clock of Prometheus, Unix seconds. */
  now: number | undefined;
  /** How long there has been data; undefined while not known. */
  filledSeconds: number | undefined;
  rules: RuleKnowledge;
  shown: ShownWindow;
  /** What was spent of the calendar windows that were read. */
  calendars?: CalendarIndex;
}

const MINUTES_5 = 300;
const HOUR = 3_600;

/** An objective as lists show it, without what Alertmanager and the catalog add. What is no number is absent. */
export function summarizeSlo(
  slo: RecordedSlo,
  context: SloContext,
): SloSummary {
  const { instance, now, rules, calendars = new Map() } = context;
  const { window, note } = context.shown;
  const { objective } = slo;
  const ratios = new Map(
    slo.ratios.map(([seconds, value]) => [seconds, fromMeasured(value)]),
  );
  const spent = windowSpending(slo, ratios, window, calendars);
  const filling = filledWindow(slo, window, context);
  const { state, stateReason } = judgeRecorded({
    slo,
    ratios,
    spent,
    window,
    now,
    filling,
    rules,
  });
  const hasBudget = isObjective(objective);
  const errors = share(spent.errors);
  const budgetErrors = share(spent.budgetErrors);
  const current = share(ratios.get(MINUTES_5));
  const budget =
    hasBudget && budgetErrors !== undefined
      ? budgetOf(slo, window, budgetErrors, spent.events)
      : {};
  const endsAt = hasBudget
    ? exhaustsAt({
        objective,
        remaining: budget.remaining,
        errorRatio: share(ratios.get(HOUR)),
        window,
        now,
      })
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
    stateReason: note ? `${stateReason} ${note}` : stateReason,
    objective,
    window,
    budgeting: slo.budgeting,
    mode: slo.isGuarded ? 'guarded' : 'sloth',
    ...(errors !== undefined && { sli: 1 - errors }),
    budget,
    ...(hasBudget &&
      current !== undefined && { burn: burnRate(current, objective) }),
    ...(endsAt && { exhaustsAt: endsAt }),
    ...(filling.filled !== undefined && { filled: filling.filled }),
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
  { objective, budgeting }: RecordedSlo,
  { seconds: windowSeconds }: SloWindow,
  errorRatio: number,
  events: WindowSpending['events'],
): SloBudget {
  const remaining = budgetRemaining(errorRatio, objective);
  return {
    remaining,
    ...(events && { events: eventsBudget({ objective, ...events }) }),
    ...(budgeting === 'timeslices' && {
      minutes: minutesBudget({ objective, windowSeconds, remaining }),
    }),
  };
}
