import type { ChartUnit } from './types';

/** Steps of floating point below this are noise, not measurements. */
const NOISE = 1e-7;

/** Without `-0`, and without zeros at the end. */
function plain(value: number, digits: number): string {
  return String(Number(value.toFixed(digits)) + 0);
}

/** How many times faster than allowed, with the digits of a threshold: `0.3×`, `14.4×`, `150×`. */
export function formatMultiple(rate: number): string {
  if (rate > 0 && rate < 0.01) return '<0.01×';
  const size = Math.abs(rate);
  if (size >= 100) return `${plain(rate, 0)}×`;
  return `${plain(rate, size >= 10 ? 1 : 2)}×`;
}

/** Fewer decimals for larger numbers: what is read is the first three digits. */
function digitsForReading(size: number): number {
  if (size >= 100) return 0;
  return size >= 1 ? 1 : 3;
}

/** A rate with the unit that fits: `0.25 req/s`, `1.2k req/s`. */
function formatRate(perSecond: number): string {
  const size = Math.abs(perSecond);
  if (size >= 1_000) return `${plain(perSecond / 1_000, 1)}k req/s`;
  return `${plain(perSecond, digitsForReading(size))} req/s`;
}

/** A time that something took: `8 ms`, `1.25 s`. */
function formatSeconds(seconds: number): string {
  if (Math.abs(seconds) < 1) {
    const milliseconds = seconds * 1_000;
    return `${plain(milliseconds, Math.abs(milliseconds) < 10 ? 1 : 0)} ms`;
  }
  return `${plain(seconds, 2)} s`;
}

/** A share of errors is small: three digits that count, and never zero where there was one. */
function formatSmallShare(share: number): string {
  const percent = share * 100;
  const size = Math.abs(percent);
  if (size < NOISE) return '0 %';
  if (size < 0.001) return '<0.001 %';
  if (size >= 10) return `${plain(percent, 1)} %`;
  return `${plain(percent, size >= 1 ? 2 : 3)} %`;
}

/** A value as the legend and the table of a chart show it. */
export function formatValue(unit: ChartUnit, value: number): string {
  switch (unit) {
    case 'share':
      return formatSmallShare(value);
    case 'per-second':
      return formatRate(value);
    case 'seconds':
      return formatSeconds(value);
    default:
      return formatMultiple(value);
  }
}

/** Decimals that tell two neighbours of an axis apart. */
function digitsOf(step: number): number {
  // The small summand keeps 0.1 * 100 = 10.000000000000002 and the like from asking for a digit more.
  return Math.min(6, Math.max(0, -Math.floor(Math.log10(step) + 1e-9)));
}

/**
 * The words of an axis.
 *
 * @param step distance of two of them, in the unit of the values
 */
export function formatTick(
  unit: ChartUnit,
  value: number,
  step: number,
): string {
  switch (unit) {
    case 'share':
      return `${plain(value * 100, digitsOf(step * 100))} %`;
    case 'per-second':
      return Math.abs(value) >= 1_000
        ? `${plain(value / 1_000, digitsOf(step / 1_000))}k/s`
        : `${plain(value, digitsOf(step))}/s`;
    case 'seconds':
      return step >= 0.5
        ? `${plain(value, digitsOf(step))} s`
        : `${plain(value * 1_000, digitsOf(step * 1_000))} ms`;
    default:
      return `${plain(value, digitsOf(step))}×`;
  }
}
