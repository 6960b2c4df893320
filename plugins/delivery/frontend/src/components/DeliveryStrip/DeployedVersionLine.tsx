import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import type { EnvironmentState } from '@shopstack/plugin-delivery-common';
import { CopyButton, RelativeTime } from '@shopstack/plugin-kit-react';
import { shortVersion } from '../../shortVersion';
import { deliveryTranslationRef } from '../../translation';
import styles from './DeliveryStrip.module.css';

/** The version with its commit, and since when it is there. */
export const DeployedVersionLine = ({ state }: { state: EnvironmentState }) => {
  const { t } = useTranslationRef(deliveryTranslationRef);
  const { version, deployedAt } = state;
  const short = shortVersion(version);
  if (!version || !short) {
    return <p className={styles.hint}>{t('strip.noVersion')}</p>;
  }
  const full = version.commit ?? version.tag ?? version.digest ?? short;
  return (
    <>
      <div className={styles.version}>
        {version.commitUrl ? (
          <Link
            href={version.commitUrl}
            target="_blank"
            rel="noopener noreferrer"
            className={styles.sha}
          >
            {short}
          </Link>
        ) : (
          <code className={styles.sha} title={full}>
            {short}
          </code>
        )}
        <CopyButton text={full} what={t('strip.commit')} />
        {deployedAt && (
          <span className={styles.age}>
            {t('strip.deployed')} <RelativeTime value={deployedAt} />
          </span>
        )}
      </div>
      {version.message && (
        <p className={styles.message} title={version.message}>
          {version.message}
        </p>
      )}
    </>
  );
};
