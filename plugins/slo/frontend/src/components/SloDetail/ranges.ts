import {
  formatDuration,
  parseDuration,
  type SloChartRange,
  type SloWindow,
} from '@shopstack/plugin-slo-common';
import type { Extent } from '../../charts';

const DAY = 86_400;
const PRESETS = ['7d', '1d', '12h', '1h'];
/** Four weeks or thirty days, beside a window that is neither. */
const MONTHLY = [28 * DAY, 30 * DAY];

/** What the backend answers at least and at most. */
const SHORTEST = 60;
const LONGEST = 2 * 366 * DAY;

/** The part of time that the charts show. */
export type ChosenRange =
  | { kind: 'last'; text: string; seconds: number }
  | { kind: 'zoom'; from: number; to: number };

/** The ranges on offer: the objective's own window, four weeks or a month, and shorter ones; the longest first. */
export function presetRanges(window: Pick<SloWindow, 'seconds'>): string[] {
  const own = formatDuration(window.seconds);
  const offered = MONTHLY.includes(window.seconds)
    ? PRESETS
    : ['30d', ...PRESETS];
  const shorter = offered.filter(
    text => (parseDuration(text) ?? 0) < window.seconds,
  );
  return [own, ...shorter];
}

/** A duration as a person types it (`36h`, `1d 12h`), as Prometheus writes it; undefined where it is none. */
export function readDuration(typed: string): string | undefined {
  const text = typed.replace(/\s+/g, '').toLowerCase();
  const seconds = parseDuration(text);
  return seconds && seconds >= SHORTEST && seconds <= LONGEST
    ? text
    : undefined;
}

/**
 * What the address says of the range. What it says wrong is passed over: a link that was cut off still shows the page.
 *
 * @param own the objective's window
 */
export function readRange(
  address: { range?: string; from?: string; to?: string },
  own: string,
): ChosenRange {
  const from = Date.parse(address.from ?? '') / 1_000;
  const to = Date.parse(address.to ?? '') / 1_000;
  if (from >= 0 && to - from >= SHORTEST && to - from <= LONGEST) {
    return { kind: 'zoom', from, to };
  }
  const text = readDuration(address.range ?? '') ?? own;
  return { kind: 'last', text, seconds: parseDuration(text) ?? 0 };
}

/** The question to the backend. */
export function toChartRange(range: ChosenRange): SloChartRange {
  if (range.kind === 'last') return { last: range.text };
  return { from: isoOf(range.from), to: isoOf(range.to) };
}

/** Whole seconds: what a mouse marks is not finer. */
export function isoOf(seconds: number): string {
  return new Date(Math.round(seconds) * 1_000).toISOString();
}

/**
 * A stretch that somebody marked, not shorter than the backend answers.
 */
export function widen([from, to]: Extent): Extent {
  if (to - from >= SHORTEST) return [from, to];
  const middle = (from + to) / 2;
  return [middle - SHORTEST / 2, middle + SHORTEST / 2];
}

/** How many long windows of a rule are looked at: enough to see both how it began and what was before. */
const LONG_WINDOWS = 12;

/**
 * The range of a burn rule's chart: a rule of one hour cannot be seen in thirty days. What somebody zoomed to stays, and
 * so does a range that is shorter.
 */
export function rangeOfRule(
  range: ChosenRange,
  longWindow: string,
): ChosenRange {
  const seconds = (parseDuration(longWindow) ?? Infinity) * LONG_WINDOWS;
  return range.kind === 'zoom' || range.seconds <= seconds
    ? range
    : { kind: 'last', text: formatDuration(seconds), seconds };
}

/** The stretch that the time axes show, when `end` is the last moment that is known. */
export function extentOfRange(range: ChosenRange, end: number): Extent {
  return range.kind === 'zoom'
    ? [range.from, range.to]
    : [end - range.seconds, end];
}
