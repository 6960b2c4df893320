import { describeAge } from './describeAge';

describe('describeAge', () => {
  it.each([
    ['a clock that runs ahead', -30_000, 'now', 0],
    ['four seconds', 4_000, 'now', 0],
    ['twelve seconds', 12_400, 'seconds', 12],
    ['89 seconds', 89_000, 'seconds', 89],
    ['three minutes', 180_000, 'minutes', 3],
    ['89 minutes', 89 * 60_000, 'minutes', 89],
    ['thirty hours', 30 * 3_600_000, 'hours', 30],
    ['a week', 7 * 86_400_000, 'days', 7],
  ])('says %s', (_name, milliseconds, unit, value) => {
    expect(describeAge(milliseconds)).toEqual({ unit, value });
  });
});
