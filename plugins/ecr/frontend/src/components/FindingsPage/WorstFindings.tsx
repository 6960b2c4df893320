import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import type { EcrServiceScan } from '@shopstack/plugin-ecr-common';
import { ecrTranslationRef } from '../../translation';
import { FindingsTable } from '../FindingsTable';
import styles from './FindingsPage.module.css';

/** The worst findings of one image, and the way to all of them. */
export const WorstFindings = ({
  scan,
  href,
}: {
  scan: EcrServiceScan;
  href: string;
}) => {
  const { t } = useTranslationRef(ecrTranslationRef);
  return (
    <div className={styles.worst}>
      {scan.worst.length > 0 ? (
        <div>
          <FindingsTable
            label={t('team.worst', { name: scan.title })}
            findings={scan.worst}
          />
        </div>
      ) : (
        <p className={styles.hint}>{t('team.noWorst')}</p>
      )}
      <Link href={href}>{t('team.openImage')}</Link>
    </div>
  );
};
