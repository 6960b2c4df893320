import { formatDuration } from './formatDuration';

describe('formatDuration', () => {
  it.each([
    [0, '0 s'],
    [-3, '0 s'],
    [47.6, '48 s'],
    [60, '1 min'],
    [112, '1 min 52 s'],
    [3_600, '1 h'],
    [7_500, '2 h 5 min'],
  ])('shortens %d s', (seconds, text) => {
    expect(formatDuration(seconds)).toBe(text);
  });
});
