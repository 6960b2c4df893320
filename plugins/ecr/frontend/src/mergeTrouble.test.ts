import { mergeTrouble } from './mergeTrouble';

const at = (minute: number) => `2026-01-01T00:0${minute}:00.000Z`;

describe('mergeTrouble', () => {
  it('says once of each upstream what is worst', () => {
    expect(
      mergeTrouble([
        { source: 'amazon-ecr', instance: 'orders', state: 'ok', asOf: at(4) },
        {
          source: 'amazon-ecr',
          instance: 'orders manifest',
          state: 'unavailable',
          since: at(6),
          reason: 'timed out',
        },
        {
          source: 'amazon-ecr',
          instance: 'orders referrers',
          state: 'stale',
          asOf: at(3),
          since: at(5),
          reason: 'refused',
        },
        { source: 'kubernetes', state: 'ok', asOf: at(1) },
      ]),
    ).toEqual([
      {
        source: 'amazon-ecr',
        state: 'unavailable',
        asOf: at(3),
        since: at(5),
        reason: 'timed out',
      },
      { source: 'kubernetes', state: 'ok', asOf: at(1) },
    ]);
  });

  it('calls well what is well', () => {
    expect(
      mergeTrouble([
        { source: 'amazon-ecr', instance: 'a', state: 'ok' },
        { source: 'amazon-ecr', instance: 'b', state: 'ok' },
      ]).map(({ state }) => state),
    ).toEqual(['ok']);
  });
});
