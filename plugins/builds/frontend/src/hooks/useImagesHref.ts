import type { Entity } from '@backstage/catalog-model';
import { useEntityRefLink } from '@backstage/plugin-catalog-react';
import {
  ECR_ARN_ANNOTATION,
  ECR_TAGS_ANNOTATION,
} from '@shopstack/plugin-kit-common';
import { useMemo } from 'react';

/** Path of the images tab below the page of an entity. */
const IMAGES_TAB = 'images';

/** Where the service shows the image with a digest; undefined where it has no images tab. */
export function useImagesHref(
  entity: Entity,
): ((digest: string) => string) | undefined {
  const pathOf = useEntityRefLink();
  return useMemo(() => {
    const { annotations = {} } = entity.metadata;
    if (!annotations[ECR_ARN_ANNOTATION] && !annotations[ECR_TAGS_ANNOTATION]) {
      return undefined;
    }
    return (digest: string) =>
      `${pathOf(entity)}/${IMAGES_TAB}?${new URLSearchParams({ search: digest })}`;
  }, [entity, pathOf]);
}
