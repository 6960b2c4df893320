import { parseProcessorTime, processorSeconds } from './processorTime';

describe('parseProcessorTime', () => {
  it('adds user and system time, whatever the name is', () => {
    expect(
      parseProcessorTime(
        '42 (node (x) 7) S 1 42 42 0 -1 4194560 9 8 7 6 150 25 0 0 20 0 11 0 1234',
      ),
    ).toBe(1.75);
  });

  it('reads a running process where the system tells', () => {
    const seconds = processorSeconds(process.pid);
    expect(seconds !== undefined).toBe(process.platform === 'linux');
    expect(seconds ?? 1).toBeGreaterThan(0);
  });
});
