import { useNow } from '@shopstack/plugin-kit-react';
import type { SloChart, SloChartName } from '@shopstack/plugin-slo-common';
import { useCallback } from 'react';
import type { Extent } from '../../charts';
import { extentOfRange, toChartRange, type ChosenRange } from './ranges';
import type { DetailAddress } from './useDetailAddress';
import { useChart, type Subject } from './useSloReadings';

/**
 * The right edge of a chart: its newest point, so that the line ends there and does not creep away between two answers;
 * or a deployment that is newer, for the points are read less often, and it may be the one that burns.
 *
 * @param point Unix seconds, as are the moments of the deployments
 */
export function newestOf(point: number, moments: number[]): number {
  return moments.reduce((newest, at) => Math.max(newest, at), point);
}

/** A chart of the page's range, or of one of its own, and what all such charts have in common. */
export function usePageChart(
  subject: Subject,
  name: SloChartName,
  address: DetailAddress,
  range: ChosenRange = address.range,
) {
  const { zoom, resetZoom, fit, tables, toggleTable } = address;
  const state = useChart(subject, name, toChartRange(range));
  const now = useNow() / 1_000;
  const extentOf = useCallback(
    ({ times }: SloChart, moments: number[]): Extent =>
      extentOfRange(
        range,
        newestOf(state.isOfAnotherRange ? now : (times.at(-1) ?? now), moments),
      ),
    [range, state.isOfAnotherRange, now],
  );
  const asTable = tables.includes(name);
  return {
    state,
    extentOf,
    frame: { state, asTable, onToggleTable: () => toggleTable(name) },
    common: { fit, asTable, onZoom: zoom, onReset: resetZoom },
  };
}
