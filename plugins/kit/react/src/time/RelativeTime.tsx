import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { DateTime } from 'luxon';
import { kitTranslationRef } from '../translation';
import { describeAge } from './describeAge';
import { exactTime } from './exactTime';
import styles from './RelativeTime.module.css';
import { useNow } from './useNow';

export interface RelativeTimeProps {
  /** An ISO string. */
  value: string | undefined;
}

/** "3 min ago", with the exact local and UTC time on hover. */
export const RelativeTime = ({ value }: RelativeTimeProps) => {
  const { t } = useTranslationRef(kitTranslationRef);
  const now = useNow();
  const moment = value ? DateTime.fromISO(value) : undefined;
  if (!value || !moment?.isValid) return <span>{t('age.unknown')}</span>;
  const age = describeAge(now - moment.toMillis());
  return (
    <time dateTime={value} title={exactTime(value)} className={styles.root}>
      {age.unit === 'now'
        ? t('age.now')
        : t(`age.${age.unit}`, { value: String(age.value) })}
    </time>
  );
};
