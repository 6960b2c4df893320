import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ButtonLink, Link } from '@backstage/ui';
import type { useServices } from '@shopstack/plugin-delivery';
import {
  DenseTable,
  EmptyState,
  ObservedPanel,
  TableSkeleton,
} from '@shopstack/plugin-kit-react';
import type { ListedSlos } from '@shopstack/plugin-slo';
import styles from './HomePage.module.css';
import { CREATE_SERVICE_PATH } from './paths';
import { homeTranslationRef } from './translation';
import { useServiceColumns } from './useServiceColumns';

/** The services of a person's teams, one column an environment. */
export const ServicesPanel = ({
  state,
  slos,
}: {
  state: ReturnType<typeof useServices>;
  /** Objectives of the services, for what is left of their budgets; absent while they are not known. */
  slos: ListedSlos | undefined;
}) => {
  const { t } = useTranslationRef(homeTranslationRef);
  const columns = useServiceColumns(state.data?.items ?? [], slos);
  const isAll = state.data?.scope === 'all';
  return (
    <ObservedPanel
      title={isAll ? t('services.all') : t('services.mine')}
      state={state}
      missing={t('services.missing')}
      failureTitle={t('services.failure')}
      skeleton={
        <TableSkeleton label={t('services.label')} columns={4} rows={12} />
      }
      isEmpty={data => data.items.length === 0}
      empty={
        <EmptyState
          title={t('services.empty')}
          description={t('services.emptyHint')}
          action={
            <ButtonLink href={CREATE_SERVICE_PATH} variant="secondary">
              {t('create')}
            </ButtonLink>
          }
        />
      }
    >
      {data => (
        <>
          {isAll && <p className={styles.hint}>{t('services.allHint')}</p>}
          <DenseTable
            label={isAll ? t('services.all') : t('services.mine')}
            columns={columns}
            items={data.items}
            keyOf={service => service.entityRef}
          />
          {data.truncated && (
            <p className={styles.hint}>
              {t('services.truncated')}{' '}
              <Link href="/catalog">{t('services.catalog')}</Link>
            </p>
          )}
        </>
      )}
    </ObservedPanel>
  );
};
