import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { EnvironmentState } from '@shopstack/plugin-delivery-common';
import { StatusLabel } from '@shopstack/plugin-kit-react';
import { isScaledToZero } from '../../isScaledToZero';
import { deliveryTranslationRef } from '../../translation';
import { STATE_TONES } from './tones';

/** How a service stands in an environment, in a word; why, on hover. */
export const EnvironmentStateLabel = ({
  state,
}: {
  state: EnvironmentState;
}) => {
  const { t } = useTranslationRef(deliveryTranslationRef);
  if (isScaledToZero(state)) {
    return <StatusLabel tone="none">{t('state.idle')}</StatusLabel>;
  }
  const key = state.state === 'not-promoted' ? 'notPromoted' : state.state;
  return (
    <StatusLabel tone={STATE_TONES[state.state]} detail={state.reason}>
      {t(`state.${key}`)}
    </StatusLabel>
  );
};
