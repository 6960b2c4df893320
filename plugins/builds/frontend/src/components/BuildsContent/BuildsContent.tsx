import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useEntity } from '@backstage/plugin-catalog-react';
import {
  DenseTable,
  EmptyState,
  ObservedPanel,
  TableSkeleton,
} from '@shopstack/plugin-kit-react';
import { useBuilds } from '../../hooks/useBuilds';
import { buildsTranslationRef } from '../../translation';
import { BuildDetails } from './BuildDetails';
import { buildName } from './buildName';
import { useBuildColumns } from './useBuildColumns';

/** The builds of a service, newest first; a row opens to its phases. */
export const BuildsContent = () => {
  const { entity } = useEntity();
  const { t } = useTranslationRef(buildsTranslationRef);
  const state = useBuilds(entity);
  const columns = useBuildColumns();
  return (
    <ObservedPanel
      title={t('builds.title')}
      state={state}
      failureTitle={t('builds.failure')}
      skeleton={
        <TableSkeleton
          label={t('builds.label')}
          columns={columns.length}
          rows={8}
        />
      }
      isEmpty={data => data.items.length === 0}
      empty={
        <EmptyState
          title={t('builds.empty')}
          description={t('builds.emptyHint')}
        />
      }
    >
      {data => (
        <DenseTable
          label={t('builds.title')}
          columns={columns}
          items={data.items}
          keyOf={build => `${build.executor}/${build.id}`}
          nameOf={build => t('builds.name', { number: buildName(build) })}
          expand={build => <BuildDetails build={build} />}
        />
      )}
    </ObservedPanel>
  );
};
