import { newestOf } from './usePageChart';

describe('newestOf', () => {
  it('is the newest point, so that a line ends at the edge', () => {
    expect(newestOf(500, [])).toBe(500);
    expect(newestOf(500, [100, 400])).toBe(500);
  });

  it('lets in a deployment that is newer than the points', () => {
    expect(newestOf(500, [100, 620])).toBe(620);
  });
});
