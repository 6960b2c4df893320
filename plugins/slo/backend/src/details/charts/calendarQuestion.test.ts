import type { SloWindow } from '@shopstack/plugin-slo-common';
import { calendarQuestionOf } from './calendarQuestion';
import { parseChartRange } from './chartRange';

const rolling: SloWindow = { kind: 'rolling', seconds: 2_592_000, text: '30d' };
const fortnights = {
  startedAt: '2026-11-08T23:00:00.000Z',
  endsAt: '2026-11-22T23:00:00.000Z',
  seconds: 14 * 86_400,
};
const month = {
  startedAt: '2026-10-31T23:00:00.000Z',
  endsAt: '2026-11-30T23:00:00.000Z',
  seconds: 30 * 86_400,
};
const stated = {
  timeWindow: {
    kind: 'calendar' as const,
    unit: 'month' as const,
    count: 1,
    startTime: '2026-01-01T00:00:00',
    timeZone: 'Europe/Berlin',
  },
};
const own = (window: typeof month, text: string) => ({
  window: { kind: 'calendar' as const, text, ...window },
});

describe('the calendar window of a chart', () => {
  it('is that of the objective, from when its numbers are counted', () => {
    const asked = { calendar: 'month' as const };
    expect(
      calendarQuestionOf(
        own(month, 'month'),
        undefined,
        parseChartRange(asked),
      ),
    ).toEqual({ window: month });
    expect(
      calendarQuestionOf(
        own(fortnights, '2 weeks'),
        undefined,
        parseChartRange({ last: '30d' }),
      ),
    ).toEqual({ window: fortnights });
  });

  it('is another one where that is asked for, in the zone of the file', () => {
    expect(
      calendarQuestionOf(
        own(month, 'month'),
        stated,
        parseChartRange({ calendar: 'week' }),
      ),
    ).toEqual({ window: 'week', timeZone: 'Europe/Berlin' });
  });

  it('is what the file states while the rules do not say it, else the month', () => {
    const range = parseChartRange({ last: '30d' });
    expect(calendarQuestionOf({ window: rolling }, stated, range)).toEqual({
      window: stated.timeWindow,
      timeZone: 'Europe/Berlin',
    });
    expect(calendarQuestionOf({ window: rolling }, undefined, range)).toEqual({
      window: 'month',
    });
  });
});
