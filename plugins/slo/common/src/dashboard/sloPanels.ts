import { formatDuration } from '../domain';
import {
  CURRENT_BURN_SERIES,
  OBJECTIVE_SERIES,
  TOTAL_RATE_SERIES,
  errorRatioSeries,
} from '../generator/names';
import type { SloPlan } from '../generator/planSlo';
import { requestRate } from '../generator/totalRules';
import { sloId } from '../specification/SloSpecification';
import {
  budgetLeft,
  budgetOverTime,
  calendarBudget,
  eventsLeft,
} from './budgetPanels';
import { burnGraph, burnTable } from './burnPanels';
import { latencyQueries } from './latencyQueries';
import { type Cell, line } from './layout';
import {
  DATASOURCE,
  type Panel,
  fieldConfig,
  statPanel,
  targets,
  timeSeriesPanel,
} from './panel';

/** Everything about one objective, line by line. */
export function sloPanels(plan: SloPlan): Cell[][] {
  return [
    [{ panel: heading(plan), width: 24, height: 1 }],
    line(4, [
      objective(plan),
      sliOfPeriod(plan),
      budgetLeft(plan),
      eventsLeft(plan),
      burnNow(plan),
      calendarBudget(plan),
    ]),
    line(8, [budgetOverTime(plan), sliOverTime(plan)]),
    line(8, [...requests(plan), errors(plan), ...latency(plan)]),
    line(8, [
      burnTable(plan),
      burnGraph(plan, 'page'),
      burnGraph(plan, 'ticket'),
    ]),
    line(5, [alerts(plan)]),
  ];
}

function heading({ slo, periodSeconds }: SloPlan): Panel {
  const { displayName, name, timeWindow } = slo;
  const over =
    timeWindow?.kind === 'calendar'
      ? `each ${timeWindow.count === 1 ? '' : `${timeWindow.count} `}${timeWindow.unit}`
      : formatDuration(periodSeconds);
  return {
    type: 'row',
    title: `${displayName ?? name}: ${slo.objective} % over ${over}`,
    collapsed: false,
    panels: [],
  };
}

function objective({ slo, selector }: SloPlan): Panel {
  return statPanel(
    'Objective',
    slo.description ?? 'The share of events that must be good.',
    `${OBJECTIVE_SERIES}${selector}`,
    { unit: 'percentunit', decimals: 3 },
  );
}

function sliOfPeriod({ selector, periodSeconds, slo }: SloPlan): Panel {
  return statPanel(
    'Reached',
    `The share of good events of the last ${formatDuration(periodSeconds)}.`,
    `1 - ${errorRatioSeries(periodSeconds)}${selector}`,
    {
      unit: 'percentunit',
      decimals: 3,
      thresholds: [
        { from: null, color: 'red' },
        { from: slo.objective / 100, color: 'green' },
      ],
    },
  );
}

function burnNow({ selector }: SloPlan): Panel {
  return statPanel(
    'Burn now',
    'How many times faster than allowed the budget is spent. 1 spends it exactly in the period.',
    `${CURRENT_BURN_SERIES}${selector}`,
    {
      unit: 'none',
      decimals: 2,
      thresholds: [
        { from: null, color: 'green' },
        { from: 1, color: 'orange' },
        { from: 6, color: 'red' },
      ],
    },
  );
}

function sliOverTime({ selector, windows }: SloPlan): Panel {
  const short = errorRatioSeries(windows.page.quick.shortSeconds);
  return timeSeriesPanel(
    'Good events',
    'The share of good events in a short window, beside the objective.',
    [
      { promql: `1 - ${short}${selector}`, legend: 'good' },
      { promql: `${OBJECTIVE_SERIES}${selector}`, legend: 'objective' },
    ],
    { unit: 'percentunit', maximum: 1 },
  );
}

/** From what the rules record, in sloth mode from the query of the objective. Nothing where it cannot be counted. */
function requests(plan: SloPlan): Panel[] {
  const rate = requestRate(plan);
  if (!rate) return [];
  const promql =
    plan.options.mode === 'sloth'
      ? rate
      : `${TOTAL_RATE_SERIES}${plan.selector}`;
  return [
    timeSeriesPanel(
      'Events',
      'Events a second, over 5 minutes.',
      [{ promql, legend: 'events' }],
      { unit: 'cps', minimum: 0 },
    ),
  ];
}

function errors({ selector, windows }: SloPlan): Panel {
  const short = errorRatioSeries(windows.page.quick.shortSeconds);
  return timeSeriesPanel(
    'Errors',
    'The share of bad events in a short window.',
    [{ promql: `${short}${selector}`, legend: 'bad' }],
    { unit: 'percentunit', minimum: 0 },
  );
}

function latency({ slo }: SloPlan): Panel[] {
  const queries = latencyQueries(slo.sli);
  return queries.length === 0
    ? []
    : [
        timeSeriesPanel(
          'Latency',
          'Quantiles of the histogram that the objective is about.',
          queries,
          { unit: 's', minimum: 0 },
        ),
      ];
}

function alerts({ slo }: SloPlan): Panel {
  return {
    type: 'state-timeline',
    title: 'Alerts',
    description: 'When the alerts of this objective were pending or firing.',
    datasource: DATASOURCE,
    targets: targets([
      {
        promql: `max by (alertname, sloth_severity, alertstate) (ALERTS{sloth_id=${JSON.stringify(sloId(slo))}})`,
        legend: '{{sloth_severity}} {{alertstate}}',
      },
    ]),
    fieldConfig: fieldConfig(
      { unit: 'none' },
      {
        mappings: [
          { type: 'value', options: { '1': { text: 'yes', color: 'red' } } },
        ],
        noValue: 'None',
      },
    ),
    options: { showValue: 'never', legend: { showLegend: false } },
  };
}
