import type uPlot from 'uplot';
import type { ChartColours } from '../colours';
import { formatTick } from '../format';
import { formatTimes } from '../timeAxis';
import type { ChartLine, ChartSpan, ChartUnit, Extent } from '../types';
import { drawMoments, drawSpans, drawZero, seriesOf } from './drawing';

/** All that decides what a chart looks like. */
export interface Picture {
  times: number[];
  lines: ChartLine[];
  unit: ChartUnit;
  x: Extent;
  y: Extent;
  /** Unix seconds of the vertical lines. */
  moments: number[];
  spans: ChartSpan[];
}

/** What a chart tells while it is there. */
export interface PlotEvents {
  /** Where somebody points, Unix seconds. */
  onPoint(at: number | undefined): void;
  /** What somebody marked, Unix seconds. */
  onZoom(extent: Extent): void;
  onReset(): void;
  onLayout(plot: uPlot): void;
}

const FONT_SIZE = 12;
/** Width of a character, about. */
const CHARACTER = 6.8;
/** A marking shorter than this, in pixels, was a click. */
const SHORTEST_DRAG = 6;

function axis(colours: ChartColours, more: uPlot.Axis): uPlot.Axis {
  return {
    stroke: colours.text,
    font: `${FONT_SIZE}px ${colours.fontFamily}`,
    grid: { stroke: colours.grid, width: 1 },
    ticks: { show: false },
    ...more,
  };
}

/** The options of uPlot for a picture. */
export function plotOptions(
  picture: Picture,
  colours: ChartColours,
  events: PlotEvents,
  size: { width: number; height: number },
): uPlot.Options {
  const { unit, x, y } = picture;
  return {
    ...size,
    legend: { show: false },
    padding: [8, 24, 0, 0],
    scales: {
      x: { time: true, range: () => x },
      y: { range: () => y },
    },
    axes: [
      axis(colours, {
        size: 28,
        gap: 6,
        grid: { show: false },
        space: 64,
        values: (_plot, splits, _axis, _space, step) =>
          formatTimes(splits, step),
      }),
      axis(colours, {
        gap: 8,
        space: 36,
        size: (_plot, words: string[] | null) =>
          16 + CHARACTER * Math.max(4, ...(words ?? []).map(w => w.length)),
        values: (_plot, splits, _axis, _space, step) =>
          splits.map(value => formatTick(unit, value, step)),
      }),
    ],
    series: [{}, ...picture.lines.map(line => seriesOf(line, colours))],
    cursor: {
      y: false,
      drag: { x: true, y: false, setScale: false, dist: SHORTEST_DRAG },
      points: {
        size: 8,
        width: 2,
        stroke: () => colours.surface,
        fill: (plot, index) => {
          const { tone, values } = picture.lines[index - 1];
          const value = values[plot.cursor.idx ?? 0] ?? 0;
          if (tone !== 'sign') return colours.tones[tone];
          return colours.tones[value < 0 ? 'bad' : 'good'];
        },
      },
      bind: {
        dblclick: () => () => {
          events.onReset();
          return null;
        },
      },
    },
    hooks: {
      ready: [events.onLayout],
      setSize: [events.onLayout],
      drawAxes: [
        plot => {
          drawSpans(plot, picture.spans, colours);
          drawMoments(plot, picture.moments, colours);
          drawZero(plot, colours);
        },
      ],
      setCursor: [
        plot => {
          const { idx, left, event } = plot.cursor;
          // A chart that is drawn anew moves its cursor, too; nobody pointed at anything.
          if (!event) return;
          const isOutside = left === undefined || left < 0;
          events.onPoint(
            isOutside || idx === null || idx === undefined
              ? undefined
              : plot.data[0][idx],
          );
        },
      ],
      setSelect: [
        plot => {
          const { left, width } = plot.select;
          if (width < SHORTEST_DRAG) return;
          const from = plot.posToVal(left, 'x');
          const to = plot.posToVal(left + width, 'x');
          plot.setSelect({ left: 0, top: 0, width: 0, height: 0 }, false);
          events.onZoom([from, to]);
        },
      ],
    },
  };
}
