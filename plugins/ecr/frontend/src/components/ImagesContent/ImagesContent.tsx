import { stringifyEntityRef } from '@backstage/catalog-model';
import { ResponseError } from '@backstage/errors';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useEntity } from '@backstage/plugin-catalog-react';
import { ObservedPanel, TableSkeleton } from '@shopstack/plugin-kit-react';
import { useImageFilters } from '../../hooks/useImageFilters';
import { useImages } from '../../hooks/useImages';
import { useOpenImage } from '../../hooks/useOpenImage';
import { useRepositories } from '../../hooks/useRepositories';
import { formatImageId } from '../../imageId';
import { ecrTranslationRef } from '../../translation';
import { ImageDrawer } from '../ImageDrawer';
import { ImagesFilters } from './ImagesFilters';
import { ImagesTable } from './ImagesTable';
import { NoImages } from './NoImages';
import { NotLinked } from './NotLinked';

/** The images of a service, newest first; one of them may be open. */
export const ImagesContent = () => {
  const { entity } = useEntity();
  const { t } = useTranslationRef(ecrTranslationRef);
  const entityRef = stringifyEntityRef(entity);
  const { filters, change, clear } = useImageFilters();
  const { image: openImage, open, close } = useOpenImage();
  const state = useImages(entityRef, filters);
  const repositories = useRepositories(entity, state.data?.items);
  if (state.error instanceof ResponseError && state.error.statusCode === 400) {
    return (
      <NotLinked
        name={entity.metadata.name}
        problem={state.error.cause.message}
      />
    );
  }
  const openId = openImage && formatImageId(openImage);
  return (
    <>
      <ImagesFilters
        filters={filters}
        repositories={repositories}
        onChange={change}
        onClear={clear}
      />
      <ObservedPanel
        title={t('images.title')}
        state={state}
        failureTitle={t('images.failure')}
        skeleton={
          <TableSkeleton label={t('images.label')} columns={9} rows={12} />
        }
        isEmpty={data => data.items.length === 0}
        empty={<NoImages filters={filters} onChange={change} onClear={clear} />}
      >
        {data => (
          <ImagesTable
            page={data}
            withRepository={repositories.length > 1}
            isReading={state.refreshing && filters.shown > data.items.length}
            openImage={openImage}
            onOpen={open}
            onMore={shown => change({ shown })}
          />
        )}
      </ObservedPanel>
      {openImage && (
        <ImageDrawer
          key={openId}
          entityRef={entityRef}
          id={openImage}
          row={state.data?.items.find(image => formatImageId(image) === openId)}
          onClose={close}
        />
      )}
    </>
  );
};
