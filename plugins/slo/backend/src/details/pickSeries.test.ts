import { pickSeries } from './pickSeries';

const series = (labels: Record<string, string>) => ({ labels });

it('prefers the series with the labels of the objective', () => {
  const all = [
    series({ cluster: 'us', team: 'checkout' }),
    series({ cluster: 'eu', team: 'checkout' }),
  ];
  expect(pickSeries(all, { cluster: 'eu', team: 'checkout' })).toBe(all[1]);
});

it('always picks the same of two that fit alike', () => {
  const all = [series({ replica: 'b' }), series({ replica: 'a' })];
  expect(pickSeries(all, {})).toBe(all[1]);
  expect(pickSeries([...all].reverse(), {})).toBe(all[1]);
});

it('picks none of none', () => {
  expect(pickSeries([], {})).toBeUndefined();
});
