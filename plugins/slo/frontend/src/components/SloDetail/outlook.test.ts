import { outlookOf } from './outlook';

const NOW = Date.parse('2026-11-20T12:00:00Z');
const DAY = 86_400;
const rolling = { kind: 'rolling' as const, seconds: 30 * DAY, text: '30d' };

describe('outlookOf', () => {
  it('does not look ahead from what was not measured', () => {
    expect(outlookOf({ budget: {}, window: rolling }, NOW)).toEqual({
      kind: 'unmeasured',
    });
  });

  it('says by how much a budget is overspent, and forgives rounding', () => {
    expect(
      outlookOf({ budget: { remaining: -0.14 }, window: rolling }, NOW),
    ).toEqual({ kind: 'overspent', by: 0.14 });
    expect(
      outlookOf({ budget: { remaining: -4.69e-12 }, window: rolling }, NOW),
    ).toEqual({ kind: 'spent' });
  });

  it('says when it ends', () => {
    const exhaustsAt = '2026-11-22T12:00:00Z';
    expect(
      outlookOf(
        { budget: { remaining: 0.2 }, window: rolling, exhaustsAt },
        NOW,
      ),
    ).toEqual({ kind: 'ends', at: exhaustsAt, seconds: 2 * DAY });
  });

  it('lasts when a new window begins before', () => {
    const window = {
      kind: 'calendar' as const,
      seconds: 30 * DAY,
      text: 'month',
      endsAt: '2026-12-01T00:00:00Z',
    };
    expect(
      outlookOf(
        {
          budget: { remaining: 0.2 },
          window,
          exhaustsAt: '2026-12-02T00:00:00Z',
        },
        NOW,
      ),
    ).toEqual({ kind: 'lasts' });
  });

  it('lasts when nothing burns', () => {
    expect(
      outlookOf({ budget: { remaining: 1 }, window: rolling }, NOW),
    ).toEqual({ kind: 'lasts' });
  });
});
