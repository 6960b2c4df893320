import { formatDuration } from '../domain';
import {
  BUDGET_REMAINING_SERIES,
  PERIOD_BURN_SERIES,
  TOTAL_RATE_SERIES,
  errorRatioSeries,
  totalSeries,
} from '../generator/names';
import type { SloPlan } from '../generator/planSlo';
import { countsEvents, countsRequests } from '../generator/totalRules';
import {
  type Panel,
  type Threshold,
  statPanel,
  timeSeriesPanel,
} from './panel';

/** Red where nothing is left. */
const LEFT: Threshold[] = [
  { from: null, color: 'red' },
  { from: 0, color: 'orange' },
  { from: 0.1, color: 'green' },
];

/** What is left of the budget of the period, as a share. */
export function budgetLeft({ selector, periodSeconds }: SloPlan): Panel {
  return statPanel(
    'Budget left',
    `Share of the error budget of the last ${formatDuration(periodSeconds)} that is left. Negative when more was spent than there was.`,
    `${BUDGET_REMAINING_SERIES}${selector}`,
    { unit: 'percentunit', decimals: 2, thresholds: LEFT },
  );
}

/** What is left counted in events; how fast the period burnt where the rules count none. */
export function eventsLeft(plan: SloPlan): Panel {
  const { selector, periodSeconds, budget, slo } = plan;
  if (plan.options.mode === 'sloth' || !countsEvents(plan)) {
    return statPanel(
      'Burn over the period',
      '1 spends exactly the whole budget in the period.',
      `${PERIOD_BURN_SERIES}${selector}`,
      { unit: 'none', decimals: 2 },
    );
  }
  const counted =
    slo.budgeting.method === 'occurrences' ? 'events' : 'slices of time';
  return statPanel(
    `Budget left in ${counted}`,
    `How many more bad ${counted} the budget allows.`,
    `(${budget} - ${errorRatioSeries(periodSeconds)}${selector}) * ${totalSeries(periodSeconds)}${selector}`,
    {
      unit: 'short',
      decimals: 0,
      thresholds: [
        { from: null, color: 'red' },
        { from: 1, color: 'green' },
      ],
    },
  );
}

/** The rolling budget over time. */
export function budgetOverTime({ selector, periodSeconds }: SloPlan): Panel {
  return timeSeriesPanel(
    'Budget left over time, rolling',
    `At every moment, what is left of the ${formatDuration(periodSeconds)} before it. It need not start at 100 %.`,
    [{ promql: `${BUDGET_REMAINING_SERIES}${selector}`, legend: 'left' }],
    { unit: 'percentunit', maximum: 1 },
  );
}

const CALENDAR = {
  day: 'now/d',
  week: 'now/w',
  month: 'now/M',
  quarter: 'now/fQ',
  year: 'now/y',
};

/** What is left of the budget of the calendar window so far; the month where the objective is rolling. */
export function calendarBudget(plan: SloPlan): Panel {
  const { timeWindow } = plan.slo;
  const unit = timeWindow?.kind === 'calendar' ? timeWindow.unit : 'month';
  return {
    ...statPanel(
      `Budget left, this ${unit} so far`,
      `The same objective over the calendar ${unit}, from what was recorded in it.`,
      `1 - (\n${ratioOfRange(plan)}\n) / ${plan.budget}`,
      { unit: 'percentunit', decimals: 2, thresholds: LEFT },
    ),
    timeFrom: CALENDAR[unit],
  };
}

/** Share of bad events over the range of the panel, from ratios of short windows; weighed by events where they are counted. */
function ratioOfRange(plan: SloPlan): string {
  const { selector, slo } = plan;
  const ratio = `${errorRatioSeries(plan.windows.page.quick.shortSeconds)}${selector}`;
  if (
    plan.options.mode === 'sloth' ||
    slo.budgeting.method !== 'occurrences' ||
    !countsRequests(plan)
  ) {
    // A comparison drops NaN, which would make the whole average one.
    return `avg_over_time((${ratio} >= 0)[$__range:5m])`;
  }
  const total = `${TOTAL_RATE_SERIES}${selector}`;
  return [
    `sum_over_time((${ratio} * ignoring (sloth_window) ${total})[$__range:5m])`,
    '/ ignoring (sloth_window)',
    `sum_over_time(${total}[$__range:5m])`,
  ].join('\n');
}
