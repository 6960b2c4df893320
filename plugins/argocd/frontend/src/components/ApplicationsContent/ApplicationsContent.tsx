import { stringifyEntityRef } from '@backstage/catalog-model';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useEntity } from '@backstage/plugin-catalog-react';
import type { ArgocdApplication } from '@shopstack/plugin-argocd-common';
import { compareEnvironments } from '@shopstack/plugin-kit-common';
import {
  DenseTable,
  EmptyState,
  ObservedPanel,
  TableSkeleton,
} from '@shopstack/plugin-kit-react';
import { useApplicationPermissions } from '../../hooks/useApplicationPermissions';
import { useApplications } from '../../hooks/useApplications';
import { argocdTranslationRef } from '../../translation';
import { ApplicationDetails } from './ApplicationDetails';
import styles from './ApplicationsContent.module.css';
import { PluginCards } from './PluginCards';
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
  const entityRef = stringifyEntityRef(entity);
  const state = useApplications(entityRef);
  const allowed = useApplicationPermissions(entityRef);
  const items = state.data?.items ?? [];
  const columns = useApplicationColumns({
    entityRef,
    allowed,
    onDone: state.refresh,
    withInstance: new Set(items.map(each => each.instance)).size > 1,
  });
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
      {items.length > 0 && <PluginCards />}
    </div>
  );
};
