import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { formatDuration } from '@shopstack/plugin-kit-react';
import type { SloBudget } from '@shopstack/plugin-slo-common';
import { useMemo } from 'react';
import { formatBudget, formatEvents } from '../../format';
import { sloTranslationRef } from '../../translation';

type Events = NonNullable<SloBudget['events']>;
type Minutes = NonNullable<SloBudget['minutes']>;

/** The parts of a budget in words. */
export function useBudgetWords() {
  const { t } = useTranslationRef(sloTranslationRef);
  return useMemo(
    () => ({
      /** "530 events left", or how many too many there were. */
      events: ({ left }: Events) =>
        left < 0
          ? t('budget.eventsOver', { over: formatEvents(-left) })
          : t('budget.events', {
              count: left === 1 ? 1 : 2,
              left: formatEvents(left),
            }),
      eventsHint: ({ bad, total, allowed }: Events) =>
        t('budget.eventsHint', {
          bad: formatEvents(bad),
          total: formatEvents(total),
          allowed: formatEvents(allowed),
        }),
      /** "43 min left" of a budget that counts time. */
      minutes: ({ left }: Minutes) =>
        left < 0
          ? t('budget.minutesOver', { over: formatDuration(-left * 60) })
          : t('budget.minutes', { left: formatDuration(left * 60) }),
      /** How much of the window has data. */
      filled: (share: number) => t('filled', { percent: formatBudget(share) }),
    }),
    [t],
  );
}
