import { resolutionSeconds } from './buildStock';

const log = (completed: string) => `➤ YN0000: · Yarn 4.18.1
➤ YN0000: ┌ Resolution step
➤ YN0085: │ + @backstage/cli@npm:0.36.6
➤ YN0000: └ Completed${completed}
➤ YN0000: ┌ Fetch step
➤ YN0000: └ Completed in 9s 1ms
`;

describe('resolutionSeconds', () => {
  it('reads minutes, seconds and milliseconds', () => {
    expect(resolutionSeconds(log(' in 25s 62ms'))).toBeCloseTo(25.062);
    expect(resolutionSeconds(log(' in 1m 12s'))).toBe(72);
    expect(resolutionSeconds(log(' in 370ms'))).toBeCloseTo(0.37);
  });

  it('is 0 for a step too short to be told', () => {
    expect(resolutionSeconds(log(''))).toBe(0);
    expect(resolutionSeconds('')).toBe(0);
  });
});
