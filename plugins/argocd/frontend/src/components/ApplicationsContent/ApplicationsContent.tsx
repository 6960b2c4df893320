import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useEntity } from '@backstage/plugin-catalog-react';
import {
  EntityArgoCDHistoryCard,
  EntityArgoCDOverviewCard,
} from '@roadiehq/backstage-plugin-argo-cd';
import type { ArgocdApplication } from '@shopstack/plugin-argocd-common';
import { compareEnvironments } from '@shopstack/plugin-kit-common';
import {
  DenseTable,
  EmptyState,
  ObservedPanel,
  TableSkeleton,
} from '@shopstack/plugin-kit-react';
import { useApplications } from '../../hooks/useApplications';
import { argocdTranslationRef } from '../../translation';
import { ApplicationDetails } from './ApplicationDetails';
import styles from './ApplicationsContent.module.css';
import { useApplicationColumns } from './useApplicationColumns';

function inOrder(applications: ArgocdApplication[]): ArgocdApplication[] {
  return [...applications].sort(
    (a, b) =>
      compareEnvironments(a.environment ?? '', b.environment ?? '') ||
      a.name.localeCompare(b.name),
  );
}

/** The applications of a service in the order of promotion, then the cards of the Argo CD plugin. */
export const ApplicationsContent = () => {
  const { entity } = useEntity();
  const { t } = useTranslationRef(argocdTranslationRef);
  const state = useApplications(entity);
  const columns = useApplicationColumns();
  const hasApplications = Boolean(state.data?.items.length);
  return (
    <div className={styles.root}>
      <ObservedPanel
        title={t('applications.title')}
        state={state}
        failureTitle={t('applications.failure')}
        skeleton={
          <TableSkeleton
            label={t('applications.label')}
            columns={columns.length}
            rows={3}
          />
        }
        isEmpty={data => data.items.length === 0}
        empty={
          <EmptyState
            title={t('applications.empty')}
            description={t('applications.emptyHint')}
          />
        }
      >
        {data => (
          <DenseTable
            label={t('applications.title')}
            columns={columns}
            items={inOrder(data.items)}
            keyOf={each => `${each.instance}/${each.namespace}/${each.name}`}
            nameOf={each => each.name}
            expand={each => <ApplicationDetails application={each} />}
          />
        )}
      </ObservedPanel>
      {hasApplications && (
        <>
          <EntityArgoCDOverviewCard title={t('cards.overview')} />
          <EntityArgoCDHistoryCard />
        </>
      )}
    </div>
  );
};
