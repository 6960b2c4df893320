import { type AlertWindow, listWindows, prometheusDuration } from '../domain';
import { errorRatioSeries } from '../generator/names';
import { type SloPlan, factorOf } from '../generator/planSlo';
import {
  DATASOURCE,
  type Panel,
  type PanelQuery,
  fieldConfig,
  targets,
  timeSeriesPanel,
} from './panel';

/** The pairs of windows with the burn rate of each window and the one at which they alert. */
export function burnTable(plan: SloPlan): Panel {
  const rows = listWindows(plan.windows).map(window => ({
    ...window,
    name: `${window.severity}, ${window.speed}: ${pairName(window)}`,
  }));
  const column = (valueOf: (row: (typeof rows)[number]) => string) =>
    `max by (pair) (\n${rows
      .map(
        row =>
          `label_replace(${valueOf(row)}, "pair", ${JSON.stringify(row.name)}, "", "")`,
      )
      .join('\nor\n')}\n)`;
  return {
    type: 'table',
    title: 'Burn rates',
    description:
      'An alert fires while both windows of a pair burn faster than their threshold.',
    datasource: DATASOURCE,
    targets: targets([
      { promql: column(row => burn(plan, row.shortSeconds)), instant: true },
      { promql: column(row => burn(plan, row.longSeconds)), instant: true },
      {
        promql: column(row => `vector(${factorOf(plan, row)})`),
        instant: true,
      },
    ]).map(target => ({ ...target, format: 'table' })),
    fieldConfig: fieldConfig({ unit: 'none', decimals: 2 }),
    options: { showHeader: true },
    transformations: [
      { id: 'merge', options: {} },
      {
        id: 'organize',
        options: {
          excludeByName: { Time: true },
          indexByName: { pair: 0, 'Value #A': 1, 'Value #B': 2, 'Value #C': 3 },
          renameByName: {
            pair: 'Windows',
            'Value #A': 'Short',
            'Value #B': 'Long',
            'Value #C': 'Threshold',
          },
        },
      },
    ],
  };
}

/** The burn rates of the two pairs of a severity, with their thresholds. */
export function burnGraph(plan: SloPlan, severity: 'page' | 'ticket'): Panel {
  const { quick, slow } = plan.windows[severity];
  const seconds = [quick, slow].flatMap(({ shortSeconds, longSeconds }) => [
    shortSeconds,
    longSeconds,
  ]);
  const queries: PanelQuery[] = [...new Set(seconds)].map(each => ({
    promql: burn(plan, each),
    legend: prometheusDuration(each),
  }));
  const factors = [factorOf(plan, slow), factorOf(plan, quick)];
  return timeSeriesPanel(
    severity === 'page'
      ? 'Burn rates that page'
      : 'Burn rates that open tickets',
    `Alerts when ${pairName(quick)} are above ${factors[1]}, or ${pairName(slow)} above ${factors[0]}.`,
    queries,
    {
      unit: 'none',
      minimum: 0,
      thresholds: [
        { from: null, color: 'transparent' },
        { from: factors[0], color: 'orange' },
        { from: factors[1], color: 'red' },
      ],
    },
  );
}

function burn(plan: SloPlan, seconds: number): string {
  return `${errorRatioSeries(seconds)}${plan.selector} / ${plan.budget}`;
}

function pairName({ shortSeconds, longSeconds }: AlertWindow): string {
  return `${prometheusDuration(shortSeconds)} and ${prometheusDuration(longSeconds)}`;
}
