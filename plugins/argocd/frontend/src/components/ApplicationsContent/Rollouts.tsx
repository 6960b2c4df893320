import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { ArgocdRollout } from '@shopstack/plugin-argocd-common';
import { StatusLabel } from '@shopstack/plugin-kit-react';
import { ANALYSIS_TONES, ROLLOUT_TONES } from '../../tones';
import { argocdTranslationRef } from '../../translation';
import styles from './Rollouts.module.css';

/** How far each rollout has come: steps, share of the traffic, analyses. */
export const Rollouts = ({ rollouts }: { rollouts: ArgocdRollout[] }) => {
  const { t } = useTranslationRef(argocdTranslationRef);
  return (
    <ul className={styles.root}>
      {rollouts.map(rollout => (
        <li key={`${rollout.namespace}/${rollout.name}`}>
          <b>{rollout.name}</b>{' '}
          <StatusLabel tone={ROLLOUT_TONES[rollout.phase] ?? 'unknown'}>
            {rollout.phase}
          </StatusLabel>{' '}
          {rollout.steps !== undefined &&
            t('rollout.step', {
              step: String(rollout.step ?? 0),
              steps: String(rollout.steps),
            })}
          {rollout.weight !== undefined && (
            <span className={styles.weight}>
              <meter
                min={0}
                max={100}
                value={rollout.weight}
                aria-label={t('rollout.weight')}
              />
              {t('rollout.share', { weight: String(rollout.weight) })}
            </span>
          )}
          {rollout.message && <p>{rollout.message}</p>}
          {rollout.analysis.map(({ name, phase, message }) => (
            <p key={name}>
              {t('rollout.analysis', { name })}{' '}
              <StatusLabel
                tone={ANALYSIS_TONES[phase] ?? 'unknown'}
                detail={message}
              >
                {phase}
              </StatusLabel>{' '}
              {message}
            </p>
          ))}
        </li>
      ))}
    </ul>
  );
};
