import { formatMultiple, formatTick, formatValue } from './format';

describe('formatMultiple', () => {
  it.each([
    [0, '0×'],
    [0.004, '<0.01×'],
    [0.3, '0.3×'],
    [14.4, '14.4×'],
    [0.9333333333333333, '0.93×'],
    [1000, '1000×'],
    [-0, '0×'],
  ])('%p reads %p', (rate, words) => {
    expect(formatMultiple(rate)).toBe(words);
  });
});

it('says how long something took', () => {
  expect(formatValue('seconds', 0.0082)).toBe('8.2 ms');
  expect(formatValue('seconds', 0.25)).toBe('250 ms');
  expect(formatValue('seconds', 1.25)).toBe('1.25 s');
});

it('never reads a small share of errors as none', () => {
  expect(formatValue('share', 0.000002)).toBe('<0.001 %');
  expect(formatValue('share', 0)).toBe('0 %');
  expect(formatValue('share', 0.0123)).toBe('1.23 %');
});

it('gives an axis as many decimals as its steps need', () => {
  expect(formatTick('share', 0.5, 0.25)).toBe('50 %');
  expect(formatTick('share', 0.0005, 0.0005)).toBe('0.05 %');
  expect(formatTick('per-second', 1_500, 500)).toBe('1.5k/s');
  expect(formatTick('seconds', 0.2, 0.1)).toBe('200 ms');
  expect(formatTick('seconds', 2, 1)).toBe('2 s');
  expect(formatTick('burn-rate', 14, 2)).toBe('14×');
});
