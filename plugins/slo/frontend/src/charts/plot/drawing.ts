import type uPlot from 'uplot';
import { faint, type ChartColours } from '../colours';
import type { ChartLine, ChartSpan } from '../types';

const AREA_OPACITY = 0.16;
const SPAN_OPACITY = 0.14;

/** Changes from one colour to another where the values cross zero. */
function signGradient(
  plot: uPlot,
  above: string,
  below: string,
): CanvasGradient | string {
  const { min, max } = plot.scales.y;
  if (min === undefined || max === undefined || min >= 0) return above;
  if (max <= 0) return below;
  const top = plot.valToPos(max, 'y', true);
  const bottom = plot.valToPos(min, 'y', true);
  const zero = (plot.valToPos(0, 'y', true) - top) / (bottom - top);
  const gradient = plot.ctx.createLinearGradient(0, top, 0, bottom);
  gradient.addColorStop(0, above);
  gradient.addColorStop(zero, above);
  gradient.addColorStop(zero, below);
  gradient.addColorStop(1, below);
  return gradient;
}

/** Indices of values with gaps on both sides: no line reaches them, so they are drawn as points. */
export function lonelyPoints(values: (number | null)[]): number[] {
  const isGap = (index: number) =>
    values[index] === null || values[index] === undefined;
  return values.flatMap((_value, index) =>
    !isGap(index) && isGap(index - 1) && isGap(index + 1) ? [index] : [],
  );
}

/** How one line is drawn. */
export function seriesOf(line: ChartLine, colours: ChartColours): uPlot.Series {
  const { tone, isArea, isDashed } = line;
  const { good, bad } = colours.tones;
  const colour = (plot: uPlot, opacity: number) =>
    tone === 'sign'
      ? signGradient(plot, faint(good, opacity), faint(bad, opacity))
      : faint(colours.tones[tone], opacity);
  const lonely = lonelyPoints(line.values);
  return {
    label: line.label,
    stroke: plot => colour(plot, 1),
    fill: isArea ? plot => colour(plot, AREA_OPACITY) : undefined,
    fillTo: (plot, _index, least) => Math.max(0, plot.scales.y.min ?? least),
    width: isDashed ? 1.5 : 2,
    dash: isDashed ? [6, 4] : undefined,
    points: {
      show: lonely.length > 0,
      filter: () => lonely,
      size: 5,
      fill: plot => colour(plot, 1),
    },
  };
}

function room(plot: uPlot) {
  const { left, top, width, height } = plot.bbox;
  return { left, top, width, height, right: left + width };
}

/** Shades stretches of time, below the lines. */
export function drawSpans(
  plot: uPlot,
  spans: ChartSpan[],
  colours: ChartColours,
): void {
  const { left, top, height, right } = room(plot);
  for (const { from, to, tone } of spans) {
    const start = Math.max(left, plot.valToPos(from, 'x', true));
    const end = Math.min(right, plot.valToPos(to, 'x', true));
    if (end > start) {
      plot.ctx.fillStyle = faint(colours.tones[tone], SPAN_OPACITY);
      plot.ctx.fillRect(start, top, end - start, height);
    }
  }
}

/** Vertical lines at moments, from the top of the canvas, where their handles stand. */
export function drawMoments(
  plot: uPlot,
  moments: number[],
  colours: ChartColours,
): void {
  const { left, top, height, right } = room(plot);
  const { ctx } = plot;
  ctx.save();
  ctx.strokeStyle = faint(colours.tones.info, 0.75);
  ctx.lineWidth = devicePixelRatio;
  ctx.setLineDash([2 * devicePixelRatio, 3 * devicePixelRatio]);
  for (const moment of moments) {
    const at = Math.round(plot.valToPos(moment, 'x', true)) + 0.5;
    if (at >= left && at <= right) {
      ctx.beginPath();
      ctx.moveTo(at, top);
      ctx.lineTo(at, top + height);
      ctx.stroke();
    }
  }
  ctx.restore();
}

/** The line between what is left and what is overspent. */
export function drawZero(plot: uPlot, colours: ChartColours): void {
  const { min, max } = plot.scales.y;
  if (min === undefined || max === undefined || min >= 0 || max <= 0) return;
  const { left, right } = room(plot);
  const at = Math.round(plot.valToPos(0, 'y', true)) + 0.5;
  plot.ctx.save();
  plot.ctx.strokeStyle = colours.text;
  plot.ctx.lineWidth = devicePixelRatio;
  plot.ctx.beginPath();
  plot.ctx.moveTo(left, at);
  plot.ctx.lineTo(right, at);
  plot.ctx.stroke();
  plot.ctx.restore();
}
