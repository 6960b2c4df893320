/** A query of a panel. */
export interface PanelQuery {
  promql: string;
  /** Name of the series, with labels as `{{label}}`. */
  legend?: string;
  /** Only its last value is asked for. */
  instant?: boolean;
}

/** A panel of a Grafana dashboard, before it has its place and number. */
export interface Panel {
  type: 'row' | 'stat' | 'timeseries' | 'table' | 'state-timeline';
  title: string;
  description?: string;
  targets?: object[];
  fieldConfig?: object;
  options?: object;
  transformations?: object[];
  datasource?: object;
  /** A time range of its own, in Grafana's words: `now/M` is the month so far. */
  timeFrom?: string;
  collapsed?: boolean;
  panels?: Panel[];
}

/** Colour of a value from `from` on; null is from the lowest. */
export interface Threshold {
  from: number | null;
  color: 'green' | 'orange' | 'red' | 'text' | 'transparent';
}

interface ValueStyle {
  /** Grafana's name of the unit. */
  unit: string;
  decimals?: number;
  minimum?: number;
  maximum?: number;
  thresholds?: Threshold[];
}

/** The data source that is chosen above the dashboard. */
export const DATASOURCE = { type: 'prometheus', uid: '${datasource}' };

/** One big number. */
export function statPanel(
  title: string,
  description: string,
  promql: string,
  style: ValueStyle,
): Panel {
  return {
    type: 'stat',
    title,
    description,
    datasource: DATASOURCE,
    targets: targets([{ promql, instant: true }]),
    fieldConfig: fieldConfig(style, { noValue: 'No data' }),
    options: {
      colorMode: style.thresholds ? 'value' : 'none',
      graphMode: 'none',
      reduceOptions: { calcs: ['lastNotNull'], fields: '', values: false },
    },
  };
}

/** Lines over time. Gaps stay gaps; thresholds are dashed lines. */
export function timeSeriesPanel(
  title: string,
  description: string,
  queries: PanelQuery[],
  style: ValueStyle,
): Panel {
  return {
    type: 'timeseries',
    title,
    description,
    datasource: DATASOURCE,
    targets: targets(queries),
    fieldConfig: fieldConfig(style, {
      custom: {
        lineWidth: 1,
        fillOpacity: 10,
        showPoints: 'never',
        spanNulls: false,
        thresholdsStyle: { mode: style.thresholds ? 'dashed' : 'off' },
      },
    }),
    options: {
      legend: { displayMode: 'list', placement: 'bottom', showLegend: true },
      tooltip: { mode: 'multi', sort: 'desc' },
    },
  };
}

/** Queries as Grafana numbers them: A, B, C. */
export function targets(queries: PanelQuery[]): object[] {
  return queries.map(({ promql, legend, instant }, index) => ({
    refId: String.fromCharCode(65 + index),
    datasource: DATASOURCE,
    expr: promql,
    instant: instant ?? false,
    range: !instant,
    ...(legend && { legendFormat: legend }),
  }));
}

/** How values are drawn. */
export function fieldConfig(
  { unit, decimals, minimum, maximum, thresholds }: ValueStyle,
  more: object = {},
): object {
  return {
    defaults: {
      unit,
      ...(decimals !== undefined && { decimals }),
      ...(minimum !== undefined && { min: minimum }),
      ...(maximum !== undefined && { max: maximum }),
      color: { mode: thresholds ? 'thresholds' : 'palette-classic' },
      thresholds: {
        mode: 'absolute',
        steps: (thresholds ?? [{ from: null, color: 'text' as const }]).map(
          ({ from, color }) => ({ value: from, color }),
        ),
      },
      ...more,
    },
    overrides: [],
  };
}
