import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Skeleton } from '@backstage/ui';
import { deliveryTranslationRef } from '../../translation';
import styles from './DeliveryStrip.module.css';

/** The strip's place: a line for the sentence and the three boxes that most services have. */
export const StripSkeleton = () => {
  const { t } = useTranslationRef(deliveryTranslationRef);
  return (
    <div role="status" aria-label={t('strip.loading')}>
      <div className={styles.answer}>
        <Skeleton width="60%" height={18} />
      </div>
      <div className={styles.environments}>
        {['dev', 'staging', 'prod'].map(environment => (
          <Skeleton key={environment} width="100%" height="8.25rem" />
        ))}
      </div>
    </div>
  );
};
