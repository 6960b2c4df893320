import { createCursor, nearestIndex } from './cursor';

describe('nearestIndex', () => {
  const times = [100, 160, 220, 280];

  it.each([
    [100, 0],
    [129, 0],
    [131, 1],
    [285, 3],
    [90, 0],
    [60, undefined],
    [320, undefined],
  ])('finds %p at %p', (at, index) => {
    expect(nearestIndex(times, at)).toBe(index);
  });

  it('finds nothing in nothing', () => {
    expect(nearestIndex([], 1)).toBeUndefined();
  });
});

describe('a cursor', () => {
  it('tells who listens, and only of changes', () => {
    const cursor = createCursor();
    const heard: (number | undefined)[] = [];
    const stop = cursor.subscribe(() => heard.push(cursor.get()));
    cursor.set(5);
    cursor.set(5);
    cursor.set(undefined);
    stop();
    cursor.set(7);
    expect(heard).toEqual([5, undefined]);
  });
});
