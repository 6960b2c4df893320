import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useCallback } from 'react';
import { sloDetailTranslationRef } from '../../detailTranslation';
import { timeLeft } from './timeLeft';

/** Says a length of time in seconds: `3 d`, `47 h`. */
export function useTimeWords(): (seconds: number) => string {
  const { t } = useTranslationRef(sloDetailTranslationRef);
  return useCallback(
    seconds => {
      const { unit, count } = timeLeft(seconds);
      if (unit === 'soon') return t('time.soon');
      return t(`time.${unit}`, { value: String(count) });
    },
    [t],
  );
}
