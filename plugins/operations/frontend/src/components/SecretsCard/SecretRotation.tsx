import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { ServiceSecret } from '@shopstack/plugin-operations-common';
import { operationsTranslationRef } from '../../translation';

/** How a secret is rotated. */
export const SecretRotation = ({ secret }: { secret: ServiceSecret }) => {
  const { t } = useTranslationRef(operationsTranslationRef);
  if (!secret.rotationEnabled) {
    return <span>{t('secrets.manual')}</span>;
  }
  return (
    <span>
      {secret.rotateEveryDays === undefined
        ? t('secrets.automatic')
        : t('secrets.every', { count: secret.rotateEveryDays })}
    </span>
  );
};
