import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { EnvironmentState } from '@shopstack/plugin-delivery-common';
import { StatusLabel } from '@shopstack/plugin-kit-react';
import { deliveryTranslationRef } from '../../translation';

/** How many pods are ready; between which numbers they are scaled stands on hover, that they cannot be does not hide. */
export const PodsLine = ({ state }: { state: EnvironmentState }) => {
  const { t } = useTranslationRef(deliveryTranslationRef);
  const { pods, autoscaler } = state;
  if (!pods) {
    return null;
  }
  return (
    <>
      <span
        title={
          autoscaler &&
          t('strip.scales', {
            min: String(autoscaler.min),
            max: String(autoscaler.max),
          })
        }
      >
        {t('strip.pods', {
          ready: String(pods.ready),
          desired: String(pods.desired),
        })}
        {pods.restarts > 0 &&
          `, ${t('strip.restarts', { count: pods.restarts })}`}
      </span>
      {autoscaler?.limited && (
        <StatusLabel tone="warning" detail={autoscaler.message}>
          {t('strip.limited')}
        </StatusLabel>
      )}
    </>
  );
};
