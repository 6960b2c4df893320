import { useEntityRefLink } from '@backstage/plugin-catalog-react';
import type { EcrServiceScan } from '@shopstack/plugin-ecr-common';
import { useCallback } from 'react';
import { OPEN_IMAGE_KEY } from '../../hooks/useOpenImage';
import { formatImageId } from '../../imageId';

/** Path of the images tab below the page of an entity. */
const TAB = 'images';

/** Addresses of the images tab of a service, with one image open. */
export function useImageLink(): (scan: EcrServiceScan) => string {
  const entityPath = useEntityRefLink();
  return useCallback(
    ({ entityRef, image }: EcrServiceScan) => {
      const address = new URLSearchParams({
        [OPEN_IMAGE_KEY]: formatImageId(image),
      });
      return `${entityPath(entityRef)}/${TAB}?${address}`;
    },
    [entityPath],
  );
}
