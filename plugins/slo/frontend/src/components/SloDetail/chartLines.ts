import type { SloChart } from '@shopstack/plugin-slo-common';
import type { ChartLine } from '../../charts';

/** How a series of a chart is shown. */
export type LineLook = Omit<ChartLine, 'id' | 'values'>;

/** The lines of a chart in the order of the looks; a series that did not come is left out. */
export function linesOf(
  chart: SloChart,
  looks: Record<string, LineLook>,
): ChartLine[] {
  return Object.entries(looks).flatMap(([name, look]) => {
    const series = chart.series.find(each => each.name === name);
    return series ? [{ id: name, values: series.values, ...look }] : [];
  });
}

/** A line of one value all along: what is allowed, or aimed at. */
export function levelLine(
  chart: SloChart,
  id: string,
  value: number,
  look: Omit<LineLook, 'isDashed'>,
): ChartLine {
  return {
    id,
    values: chart.times.map(() => value),
    isDashed: true,
    ...look,
  };
}
