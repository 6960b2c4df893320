import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useEntity } from '@backstage/plugin-catalog-react';
import {
  EmptyState,
  ObservedPanel,
  TableSkeleton,
} from '@shopstack/plugin-kit-react';
import { useImages } from '../../hooks/useImages';
import { useRunningIn } from '../../hooks/useRunningIn';
import { ecrTranslationRef } from '../../translation';
import { ImagesTable } from './ImagesTable';
import { useImageColumns } from './useImageColumns';

/** The images of a service, newest first. */
export const ImagesContent = () => {
  const { entity } = useEntity();
  const { t } = useTranslationRef(ecrTranslationRef);
  const state = useImages(entity);
  const repositories = new Set(
    state.data?.items.map(image => `${image.registry}/${image.repository}`),
  );
  const runningIn = useRunningIn(entity);
  const columns = useImageColumns({
    withRepository: repositories.size > 1,
    runningIn,
  });
  return (
    <ObservedPanel
      title={t('images.title')}
      state={state}
      failureTitle={t('images.failure')}
      skeleton={
        <TableSkeleton
          label={t('images.label')}
          columns={columns.length}
          rows={8}
        />
      }
      isEmpty={data => data.items.length === 0}
      empty={
        <EmptyState
          title={t('images.empty')}
          description={t('images.emptyHint')}
        />
      }
    >
      {data => (
        <ImagesTable
          columns={columns}
          images={data.items}
          runningIn={runningIn}
        />
      )}
    </ObservedPanel>
  );
};
