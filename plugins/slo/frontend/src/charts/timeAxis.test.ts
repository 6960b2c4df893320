import { DateTime } from 'luxon';
import { formatMoment, formatTimes } from './timeAxis';

const at = (text: string) => DateTime.fromISO(text).toSeconds();

describe('formatTimes', () => {
  it('names the day where it begins', () => {
    expect(
      formatTimes(
        [
          at('2026-11-20T18:00'),
          at('2026-11-21T00:00'),
          at('2026-11-21T06:00'),
        ],
        6 * 3_600,
      ),
    ).toEqual(['18:00', '21 Nov', '06:00']);
  });

  it('names days alone where the steps are days', () => {
    expect(
      formatTimes([at('2026-11-20'), at('2026-11-25')], 5 * 86_400),
    ).toEqual(['20 Nov', '25 Nov']);
  });

  it('names months where the steps are months, and seconds where they are seconds', () => {
    expect(formatTimes([at('2026-11-01')], 30 * 86_400)).toEqual(['Nov 2026']);
    expect(formatTimes([at('2026-11-20T18:00:30')], 30)).toEqual(['18:00:30']);
  });
});

it('says a moment with its day', () => {
  expect(formatMoment(at('2026-11-21T14:05'))).toBe('Sat 21 Nov, 14:05');
});
