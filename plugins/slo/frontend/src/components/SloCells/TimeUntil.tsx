import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { exactTime, useNow } from '@shopstack/plugin-kit-react';
import { formatTimeLeft } from '../../format';
import { sloTranslationRef } from '../../translation';

/** "in 3 d 4 h", with the exact local and UTC time on hover. */
export const TimeUntil = ({ value }: { value: string }) => {
  const { t } = useTranslationRef(sloTranslationRef);
  const seconds = (Date.parse(value) - useNow()) / 1_000;
  return (
    <time dateTime={value} title={exactTime(value)}>
      {seconds <= 0
        ? t('ends.over')
        : t('ends.in', { time: formatTimeLeft(seconds) })}
    </time>
  );
};
