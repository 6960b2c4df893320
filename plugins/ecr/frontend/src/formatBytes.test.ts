import { formatBytes } from './formatBytes';

describe('formatBytes', () => {
  it.each([
    [0, '0 B'],
    [999, '999 B'],
    [71_400_000, '71.4 MB'],
    [714_000_000, '714 MB'],
    [1_250_000_000, '1.3 GB'],
  ])('shortens %d', (bytes, text) => {
    expect(formatBytes(bytes)).toBe(text);
  });
});
