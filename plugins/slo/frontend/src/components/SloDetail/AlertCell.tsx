import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { RelativeTime, StatusLabel } from '@shopstack/plugin-kit-react';
import type { SloAlert } from '@shopstack/plugin-slo-common';
import { sloDetailTranslationRef } from '../../detailTranslation';
import { ALERT_LOOKS } from './burnLooks';
import { ExternalLink } from './ExternalLink';
import styles from './SloDetail.module.css';

/** The state of the alert rule of a row, since when, and its page. */
export const AlertCell = ({ alert }: { alert: SloAlert | undefined }) => {
  const { t } = useTranslationRef(sloDetailTranslationRef);
  if (!alert) {
    return (
      <span className={`${styles.quiet} ${styles.short}`}>
        {t('burn.quiet')}
      </span>
    );
  }
  const { status, since, url, name } = alert;
  return (
    <span className={styles.alert}>
      <StatusLabel {...ALERT_LOOKS[status]}>
        {t(`burn.status.${status}`)}
      </StatusLabel>
      {since && (
        <span className={styles.quiet}>
          {t('burn.since')} <RelativeTime value={since} />
        </span>
      )}
      {url && (
        <ExternalLink href={url} label={t('burn.openOf', { name })}>
          {t('burn.open')}
        </ExternalLink>
      )}
    </span>
  );
};
