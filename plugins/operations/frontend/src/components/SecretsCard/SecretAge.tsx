import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { RelativeTime, StatusLabel } from '@shopstack/plugin-kit-react';
import type { ServiceSecret } from '@shopstack/plugin-operations-common';
import { operationsTranslationRef } from '../../translation';
import styles from './SecretsCard.module.css';

/** Since when a secret is as it is, and in words that this is too long. */
export const SecretAge = ({
  secret,
  staleAfterDays,
}: {
  secret: ServiceSecret;
  staleAfterDays: number;
}) => {
  const { t } = useTranslationRef(operationsTranslationRef);
  const { lastRotatedAt, lastChangedAt, createdAt, stale } = secret;
  const since = lastRotatedAt ?? lastChangedAt ?? createdAt;
  if (!since) {
    return <span>{t('secrets.unknownAge')}</span>;
  }
  const isAsCreated = !lastRotatedAt && since === createdAt;
  return (
    <span className={styles.age}>
      <span>
        {lastRotatedAt && t('secrets.rotated')}
        {!lastRotatedAt &&
          (isAsCreated ? t('secrets.created') : t('secrets.changed'))}{' '}
        <RelativeTime value={since} />
      </span>
      {stale && (
        <StatusLabel tone="warning">
          {t('secrets.stale', { count: staleAfterDays })}
        </StatusLabel>
      )}
    </span>
  );
};
