import { timeLeft } from './timeLeft';

it.each([
  [3 * 86_400 + 5_000, 'days', 3],
  [47 * 3_600, 'hours', 47],
  [7_100, 'minutes', 118],
  [59, 'soon', 0],
])('%p seconds are %p %p', (seconds, unit, count) => {
  expect(timeLeft(seconds)).toEqual({ unit, count });
});
