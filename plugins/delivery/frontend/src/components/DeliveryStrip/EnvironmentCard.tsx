import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import type { EnvironmentState } from '@shopstack/plugin-delivery-common';
import { StatusLabel, useChanged } from '@shopstack/plugin-kit-react';
import { deliveryTranslationRef } from '../../translation';
import { EnvironmentStateLabel } from '../EnvironmentState';
import { healthTone, syncTone } from '../EnvironmentState/tones';
import styles from './DeliveryStrip.module.css';
import { DeployedVersionLine } from './DeployedVersionLine';
import { PodsLine } from './PodsLine';
import { WarningLine } from './WarningLine';

const Inferred = () => {
  const { t } = useTranslationRef(deliveryTranslationRef);
  return (
    <span className={styles.inferred} title={t('strip.inferredHint')}>
      {t('strip.inferred')}
    </span>
  );
};

/** One environment: state, version and its age, then what Argo CD and the pods say. */
export const EnvironmentCard = ({ state }: { state: EnvironmentState }) => {
  const { t } = useTranslationRef(deliveryTranslationRef);
  const { environment, pods } = state;
  const changed = useChanged(
    JSON.stringify([state.state, state.version, pods]),
  );
  const isReleased = state.state !== 'not-promoted';
  return (
    <li
      className={styles.environment}
      data-state={state.state}
      data-changed={changed || undefined}
      aria-label={t('strip.environment', { environment })}
    >
      <div className={styles.head}>
        <span className={styles.name}>
          {environment} {state.basis === 'inferred' && <Inferred />}
        </span>
        <EnvironmentStateLabel state={state} />
      </div>
      {isReleased ? (
        <DeployedVersionLine state={state} />
      ) : (
        <p className={styles.hint}>{t('strip.notPromotedHint')}</p>
      )}
      {state.reason && isReleased && (
        <p className={styles.hint}>{state.reason}</p>
      )}
      {isReleased && <WarningLine state={state} />}
      <div className={styles.facts}>
        {isReleased && state.sync && (
          <StatusLabel tone={syncTone(state.sync)}>{state.sync}</StatusLabel>
        )}
        {isReleased && state.health && (
          <StatusLabel tone={healthTone(state.health)}>
            {state.health}
          </StatusLabel>
        )}
        {isReleased && <PodsLine state={state} />}
        {state.applicationUrl && (
          <Link
            href={state.applicationUrl}
            target="_blank"
            rel="noopener noreferrer"
            aria-label={t('strip.argocdOf', { environment })}
          >
            {t('strip.argocd')}
          </Link>
        )}
      </div>
    </li>
  );
};
