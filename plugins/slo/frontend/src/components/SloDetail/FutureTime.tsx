import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { exactTime, useNow } from '@shopstack/plugin-kit-react';
import { sloDetailTranslationRef } from '../../detailTranslation';
import { formatTimeLeft } from '../../format';

/** "in 3 d", with the exact local and UTC time on hover. */
export const FutureTime = ({ value }: { value: string }) => {
  const { t } = useTranslationRef(sloDetailTranslationRef);
  const seconds = (Date.parse(value) - useNow()) / 1_000;
  return (
    <time dateTime={value} title={exactTime(value)}>
      {t('time.in', { time: formatTimeLeft(seconds) })}
    </time>
  );
};
