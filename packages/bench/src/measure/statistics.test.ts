import { median, percentile, slope, spread } from './statistics';

describe('median', () => {
  it('is the value in the middle, whatever the order', () => {
    expect(median([9, 1, 5])).toBe(5);
  });

  it('lies between the two in the middle', () => {
    expect(median([4, 1, 10, 2])).toBe(3);
  });

  it('orders numbers as numbers', () => {
    expect(median([10, 9, 100])).toBe(10);
  });

  it('leaves the order of what it was given', () => {
    const values = [3, 1, 2];
    median(values);
    expect(values).toEqual([3, 1, 2]);
  });

  it('refuses to answer for nothing', () => {
    expect(() => median([])).toThrow(RangeError);
  });
});

describe('spread', () => {
  it('interpolates the quartiles', () => {
    expect(spread([4, 1, 3, 2])).toEqual({
      minimum: 1,
      lowerQuartile: 1.75,
      upperQuartile: 3.25,
      maximum: 4,
    });
  });

  it('of one value is that value', () => {
    expect(spread([7])).toEqual({
      minimum: 7,
      lowerQuartile: 7,
      upperQuartile: 7,
      maximum: 7,
    });
  });
});

describe('percentile', () => {
  const hundred = Array.from({ length: 101 }, (_, index) => 100 - index);

  it('is the value that so many are not above', () => {
    expect(percentile(hundred, 0.99)).toBe(99);
    expect(percentile(hundred, 0.5)).toBe(50);
    expect(percentile(hundred, 1)).toBe(100);
  });

  it('feels one slow value in a hundred, and not one in three hundred', () => {
    const values = (slow: number, length: number) =>
      Array.from({ length }, (_, index) => (index < slow ? 1000 : 1));
    expect(percentile(values(2, 100), 0.99)).toBeGreaterThan(900);
    expect(percentile(values(1, 300), 0.99)).toBe(1);
  });
});

describe('slope', () => {
  it('is what each value adds', () => {
    expect(slope([5, 7, 9, 11])).toBe(2);
    expect(slope([3, 3, 3])).toBe(0);
    expect(slope([4, 1])).toBe(-3);
  });

  it('is not bent by noise that goes both ways', () => {
    expect(Math.abs(slope([10, 12, 10, 12, 10, 12, 10]))).toBeLessThan(0.01);
  });

  it('refuses to answer for one value', () => {
    expect(() => slope([1])).toThrow(RangeError);
  });
});
