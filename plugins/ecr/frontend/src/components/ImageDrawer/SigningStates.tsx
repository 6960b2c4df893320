import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { EcrSigning } from '@shopstack/plugin-ecr-common';
import { StatusLabel, type StatusTone } from '@shopstack/plugin-kit-react';
import { ecrTranslationRef } from '../../translation';
import styles from './SigningStates.module.css';

const TONES: Record<EcrSigning['status'], StatusTone> = {
  COMPLETE: 'ok',
  FAILED: 'danger',
  IN_PROGRESS: 'progress',
  UNKNOWN: 'unknown',
};

/** The verdict of each signing profile. Nothing where the registry signs nothing. */
export const SigningStates = ({ signing }: { signing: EcrSigning[] }) => {
  const { t } = useTranslationRef(ecrTranslationRef);
  if (signing.length === 0) return null;
  return (
    <ul className={styles.root}>
      {signing.map(({ status, profile, reason }) => (
        <li key={`${profile} ${status}`}>
          <StatusLabel tone={TONES[status] ?? 'unknown'}>
            {t(`supply.${status}`)}
          </StatusLabel>
          {profile && <span>{t('supply.profile', { profile })}</span>}
          {reason && <span className={styles.reason}>{reason}</span>}
        </li>
      ))}
    </ul>
  );
};
