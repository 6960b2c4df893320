import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { EcrImageDetails } from '@shopstack/plugin-ecr-common';
import type { Observed } from '@shopstack/plugin-kit-common';
import {
  ObservedPanel,
  TableSkeleton,
  type ObservedState,
} from '@shopstack/plugin-kit-react';
import { mergeTrouble } from '../../mergeTrouble';
import { ecrTranslationRef } from '../../translation';
import styles from './ImageFacts.module.css';
import { ReferrersTable } from './ReferrersTable';
import { SigningStates } from './SigningStates';

/** What vouches for an image. "None" only when the registry says so. */
export const SupplyPanel = ({
  state,
}: {
  state: ObservedState<Observed<EcrImageDetails>>;
}) => {
  const { t } = useTranslationRef(ecrTranslationRef);
  const { data } = state;
  return (
    <ObservedPanel
      title={t('supply.title')}
      state={{
        ...state,
        data: data && { ...data, sources: mergeTrouble(data.sources) },
      }}
      failureTitle={t('drawer.failure')}
      skeleton={
        <TableSkeleton label={t('drawer.loading')} columns={4} rows={2} />
      }
      isEmpty={() => false}
      empty={null}
    >
      {({ items: [details], sources }) => {
        const isWhole = sources.every(source => source.state === 'ok');
        const { referrers = [], signing = [] } = details ?? {};
        return (
          <>
            <SigningStates signing={signing} />
            {referrers.length > 0 ? (
              <ReferrersTable referrers={referrers} />
            ) : (
              <p className={styles.meta}>
                {t(isWhole ? 'supply.none' : 'supply.unreadable')}
              </p>
            )}
          </>
        );
      }}
    </ObservedPanel>
  );
};
