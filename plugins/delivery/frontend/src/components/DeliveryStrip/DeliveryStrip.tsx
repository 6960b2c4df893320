import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  useEntity,
  useEntityPresentation,
} from '@backstage/plugin-catalog-react';
import { EmptyState, ObservedPanel } from '@shopstack/plugin-kit-react';
import { answer } from '../../answer';
import { useStrip } from '../../hooks/useStrip';
import { deliveryTranslationRef } from '../../translation';
import styles from './DeliveryStrip.module.css';
import { EnvironmentCard } from './EnvironmentCard';
import { StripSkeleton } from './StripSkeleton';

/** What runs where: the sentence first, then one box an environment in the order of promotion. */
export const DeliveryStrip = () => {
  const { entity } = useEntity();
  const { primaryTitle } = useEntityPresentation(entity);
  const { t } = useTranslationRef(deliveryTranslationRef);
  const state = useStrip(entity);
  return (
    <ObservedPanel
      title={t('strip.title')}
      state={state}
      failureTitle={t('strip.failure')}
      skeleton={<StripSkeleton />}
      isEmpty={strip => strip.environments.length === 0}
      empty={
        <EmptyState
          title={t('strip.empty')}
          description={t('strip.emptyHint')}
        />
      }
    >
      {strip => (
        <>
          <p className={styles.answer}>
            {answer(t, primaryTitle, strip.environments)}
          </p>
          <ul className={styles.environments}>
            {strip.environments.map(environment => (
              <EnvironmentCard
                key={environment.environment}
                state={environment}
              />
            ))}
          </ul>
        </>
      )}
    </ObservedPanel>
  );
};
