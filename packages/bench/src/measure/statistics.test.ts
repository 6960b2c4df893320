import { median, spread } from './statistics';

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
