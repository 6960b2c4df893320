import type { BuildPhase } from '@shopstack/plugin-builds-common';
import { phaseBars } from './phaseBars';

const START = Date.parse('2026-01-01T10:00:00Z');
const at = (seconds: number) => new Date(START + seconds * 1_000).toISOString();
const rounded = (phases: BuildPhase[], now = START) =>
  phaseBars(phases, now).map(({ offset, width }) => [
    Math.round(offset),
    Math.round(width),
  ]);

describe('phaseBars', () => {
  it('lays phases behind each other in proportion to their time', () => {
    expect(
      rounded([
        {
          name: 'INSTALL',
          status: 'succeeded',
          startedAt: at(0),
          durationSeconds: 25,
        },
        {
          name: 'BUILD',
          status: 'failed',
          startedAt: at(25),
          durationSeconds: 75,
        },
      ]),
    ).toEqual([
      [0, 25],
      [25, 75],
    ]);
  });

  it('lays jobs that ran at the same time above each other', () => {
    expect(
      rounded([
        {
          name: 'lint',
          status: 'succeeded',
          startedAt: at(0),
          durationSeconds: 50,
        },
        {
          name: 'test',
          status: 'succeeded',
          startedAt: at(0),
          durationSeconds: 100,
        },
      ]),
    ).toEqual([
      [0, 50],
      [0, 100],
    ]);
  });

  it('takes phases without a start for consecutive', () => {
    expect(
      rounded([
        { name: 'A', status: 'succeeded', durationSeconds: 10 },
        { name: 'B', status: 'succeeded', durationSeconds: 30 },
      ]),
    ).toEqual([
      [0, 25],
      [25, 75],
    ]);
  });

  it('lets a phase that runs reach to now', () => {
    const [, running] = phaseBars(
      [
        {
          name: 'A',
          status: 'succeeded',
          startedAt: at(0),
          durationSeconds: 10,
        },
        { name: 'B', status: 'in-progress', startedAt: at(10) },
      ],
      START + 40_000,
    );
    expect(running.seconds).toBe(30);
    expect(Math.round(running.width)).toBe(75);
  });

  it('survives phases that tell nothing', () => {
    expect(rounded([{ name: 'A', status: 'queued' }])).toEqual([[0, 0]]);
    expect(phaseBars([], START)).toEqual([]);
  });
});
