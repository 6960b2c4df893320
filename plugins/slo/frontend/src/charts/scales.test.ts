import { extentOf } from './scales';
import type { ChartLine, Extent } from './types';

const line = (...values: (number | null)[]): ChartLine => ({
  id: 'a',
  label: 'A',
  values,
  tone: 'accent',
});
const x: Extent = [0, 100];
const seen = (...values: (number | null)[]) => ({
  times: values.map((_value, index) => index),
  lines: [line(...values)],
  x,
});

describe('extentOf', () => {
  it('shows a budget from nothing to all of it', () => {
    expect(extentOf('budget', false, seen(0.92, 0.9))).toEqual([0, 1]);
  });

  it('shows how far a budget is overspent, and still all of it', () => {
    const [least, most] = extentOf('budget', false, seen(0.5, -1.5));
    expect(least).toBeLessThan(-1.5);
    expect(most).toBe(1);
  });

  it('fits a budget to its values, without room above 100 %', () => {
    const [least, most] = extentOf('budget', true, seen(0.99, 0.97));
    expect(least).toBeGreaterThan(0.9);
    expect(least).toBeLessThan(0.97);
    expect(most).toBeLessThanOrEqual(1);
  });

  it('does not go below an empty budget when nothing is overspent', () => {
    expect(extentOf('budget', true, seen(0.9, 0))[0]).toBe(0);
  });

  it('gives amounts zero as floor', () => {
    const [least, most] = extentOf('from-zero', false, seen(40, 50));
    expect(least).toBe(0);
    expect(most).toBeGreaterThan(50);
  });

  it('gives a line of zeros a height', () => {
    const [least, most] = extentOf('from-zero', false, seen(0, 0));
    expect(most).toBeGreaterThan(least);
  });

  it('does not flatten shares of good events', () => {
    const [least, most] = extentOf('good-share', false, seen(0.999, 1));
    expect(least).toBeGreaterThan(0.99);
    expect(most).toBe(1);
  });

  it('does not cut off what should not be', () => {
    expect(extentOf('good-share', false, seen(1.4))[1]).toBeGreaterThan(1.4);
  });

  it('looks only at the stretch that is shown, and past gaps', () => {
    expect(
      extentOf('budget', false, { ...seen(-5, null, 0.8), x: [1, 2] }),
    ).toEqual([0, 1]);
  });

  it('has a height where there is nothing', () => {
    expect(extentOf('budget', false, seen(null, null))).toEqual([0, 1]);
  });
});
