import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { EcrScan } from '@shopstack/plugin-ecr-common';
import { RelativeTime } from '@shopstack/plugin-kit-react';
import { ecrTranslationRef } from '../../translation';
import { ScanState } from '../ScanState';
import styles from './ImageFacts.module.css';

/** The state of a scan, which scanner it was, when it ended, when it was read, and why there is no result. */
export const ScanFacts = ({ scan }: { scan: EcrScan }) => {
  const { t } = useTranslationRef(ecrTranslationRef);
  return (
    <>
      <ScanState scan={scan} />
      {scan.type && (
        <span className={styles.meta}>{t(`scan.${scan.type}`)}</span>
      )}
      {scan.completedAt && (
        <span className={styles.meta}>
          {t('scan.completed')} <RelativeTime value={scan.completedAt} />
        </span>
      )}
      {scan.readAt && (
        <span className={styles.meta}>
          {t('scan.read')} <RelativeTime value={scan.readAt} />
        </span>
      )}
      {scan.reason && <span className={styles.meta}>{scan.reason}</span>}
    </>
  );
};
