import type { ChartMarker, Extent } from './types';

/** Handles nearer to one another than this many pixels become one. */
const NEAREST = 22;

/** One handle, and the markers that it stands for, in the order of time. */
export interface MarkerPlace {
  /** Pixels from the left of the lines' room. */
  left: number;
  markers: ChartMarker[];
}

/**
 * Places handles along the top of a chart. Markers outside the stretch are left out; those that would cover one
 * another share a handle, which stands in their middle.
 *
 * @param width of the room for the lines, in pixels
 */
export function placeMarkers(
  markers: ChartMarker[],
  [from, to]: Extent,
  width: number,
): MarkerPlace[] {
  const leftOf = (at: number) => ((at - from) / (to - from)) * width;
  const places: { first: number; markers: ChartMarker[] }[] = [];
  [...markers]
    .filter(({ at }) => at >= from && at <= to)
    .sort((a, b) => a.at - b.at)
    .forEach(marker => {
      const left = leftOf(marker.at);
      const last = places.at(-1);
      if (last && left - last.first < NEAREST) last.markers.push(marker);
      else places.push({ first: left, markers: [marker] });
    });
  return places.map(({ first, markers: together }) => ({
    left: (first + leftOf(together.at(-1)!.at)) / 2,
    markers: together,
  }));
}
