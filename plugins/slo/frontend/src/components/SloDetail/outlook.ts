import type { SloDetail } from '@shopstack/plugin-slo-common';

/** What becomes of an error budget at the present pace. */
export type Outlook =
  | { kind: 'unmeasured' }
  | { kind: 'overspent'; by: number }
  | { kind: 'spent' }
  | { kind: 'ends'; at: string; seconds: number }
  /** It ends after the window has moved on, or not at all. */
  | { kind: 'lasts' };

/**
 * Looks ahead from what is left. The end of a calendar window gives a new budget; a rolling window is as far away as it
 * is long.
 *
 * @param now milliseconds
 */
export function outlookOf(
  slo: Pick<SloDetail, 'budget' | 'exhaustsAt' | 'window'>,
  now: number,
): Outlook {
  const { remaining } = slo.budget;
  if (remaining === undefined) return { kind: 'unmeasured' };
  // Below a millionth is what sums of doubles lose.
  if (remaining < -1e-6) return { kind: 'overspent', by: -remaining };
  if (remaining <= 1e-6) return { kind: 'spent' };
  const ends = Date.parse(slo.exhaustsAt ?? '');
  const renewed = slo.window.endsAt
    ? Date.parse(slo.window.endsAt)
    : now + slo.window.seconds * 1_000;
  return ends < renewed
    ? {
        kind: 'ends',
        at: slo.exhaustsAt!,
        seconds: Math.max(0, (ends - now) / 1_000),
      }
    : { kind: 'lasts' };
}
