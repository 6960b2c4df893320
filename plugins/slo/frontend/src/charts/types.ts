import type { SloChart } from '@shopstack/plugin-slo-common';
import type { ReactNode } from 'react';

export type ChartUnit = SloChart['unit'];

/**
 * What a colour of a chart means. `sign` is good above zero and bad below it.
 */
export type ChartTone =
  | 'accent'
  | 'good'
  | 'bad'
  | 'warning'
  | 'info'
  | 'muted'
  | 'sign';

/** One line of a chart. */
export interface ChartLine {
  id: string;
  /** What it is, in the legend and in the table: "Budget left". */
  label: string;
  /** One for each time; null is a gap, and stays one. */
  values: (number | null)[];
  tone: ChartTone;
  /** For what is no measurement: a threshold, the even spending. */
  isDashed?: boolean;
  /** Fills the space between the line and zero. */
  isArea?: boolean;
}

/** A moment that is marked with a vertical line and a handle. */
export interface ChartMarker {
  id: string;
  /** Unix seconds. */
  at: number;
  /** All of it in one sentence, for screen readers. */
  label: string;
  /** True for one that asks for a look. */
  isLoud?: boolean;
  /** What stands in the card that opens at the handle. */
  card: ReactNode;
}

/** A stretch of time that is shaded. */
export interface ChartSpan {
  /** Unix seconds. */
  from: number;
  to: number;
  tone: 'bad' | 'warning';
}

/** A stretch in Unix seconds, or of values. */
export type Extent = [from: number, to: number];

/** Where the axes of a drawn chart leave room for the lines, in pixels of its box. */
export interface PlotBox {
  left: number;
  width: number;
}
