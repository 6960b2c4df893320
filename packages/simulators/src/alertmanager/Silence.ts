import { Matcher } from './matchers';

/** A silence as stored; documents of kind `silence`, id its own. Dates are ISO strings. */
export interface Silence {
  readonly id: string;
  readonly matchers: readonly Matcher[];
  readonly startsAt: string;
  readonly endsAt: string;
  readonly updatedAt: string;
  readonly createdBy: string;
  readonly comment: string;
}

export type SilenceState = 'pending' | 'active' | 'expired';

/** @param now - Unix milliseconds */
export function silenceState(
  { startsAt, endsAt }: Silence,
  now: number,
): SilenceState {
  if (now >= Date.parse(endsAt)) return 'expired';
  return now < Date.parse(startsAt) ? 'pending' : 'active';
}
