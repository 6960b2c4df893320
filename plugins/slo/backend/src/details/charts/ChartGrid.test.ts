import {
  gridBetween,
  gridTimes,
  gridUntil,
  MOST_POINTS,
  onGrid,
  stepFor,
} from './ChartGrid';

const HOUR = 3_600;
const DAY = 86_400;

it.each([
  [60, 15],
  [HOUR, 15],
  [6 * HOUR, 30],
  [12 * HOUR, 60],
  [DAY, 120],
  [7 * DAY, 900],
  [28 * DAY, HOUR],
  [30 * DAY, HOUR],
  [90 * DAY, 3 * HOUR],
  [366 * DAY, 43_200],
])('gives %d seconds points each %d seconds', (range, step) => {
  expect(stepFor(range)).toBe(step);
});

it('never has more points than it may', () => {
  for (let range = 60; range < 800 * DAY; range = Math.ceil(range * 1.07)) {
    for (const offset of [0, 1, 7_777]) {
      const until = gridTimes(gridUntil(1_700_000_000 + offset, range));
      const between = gridTimes(
        gridBetween(1_700_000_000 + offset, 1_700_000_000 + offset + range),
      );
      expect(until.length).toBeLessThanOrEqual(MOST_POINTS);
      expect(between.length).toBeLessThanOrEqual(MOST_POINTS);
      expect(between.length).toBeGreaterThan(1);
    }
  }
});

it('ends a relative range within the last minute', () => {
  const { end, start, step } = gridUntil(1_700_000_059, 30 * DAY);
  expect([end, (end - start) % step]).toEqual([1_700_000_040, 0]);
});

it('makes ranges the same that are almost equal', () => {
  const at = 1_700_000_000;
  expect(gridBetween(at + 10, at + DAY)).toEqual(
    gridBetween(at + 25, at + DAY + 12),
  );
});

it('leaves what is no number empty, and does not fill gaps', () => {
  const grid = { start: 100, end: 150, step: 10 };
  const values = onGrid(
    [
      [100, 1],
      [110, Number.NaN],
      [120, Number.POSITIVE_INFINITY],
      [140.001, 4],
      [160, 6],
      [90, 0],
    ],
    grid,
  );
  expect(values).toEqual([1, null, null, null, 4, null]);
});
