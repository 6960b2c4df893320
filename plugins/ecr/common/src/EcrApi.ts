import type { CompoundEntityRef } from '@backstage/catalog-model';
import type { ApiRequestOptions, Observed } from '@shopstack/plugin-kit-common';
import type { EcrImage } from './types';

/** The images of an entity, as this portal's backend tells them. */
export interface EcrApi {
  /**
   * All images of the repositories that the entity names, newest first.
   *
   * @throws ResponseError 400 when the entity names no repository or a malformed one, 403 without `ecr.image.read`,
   *   404 when the caller may not see the entity.
   */
  listImages(
    entityRef: string | CompoundEntityRef,
    options?: ApiRequestOptions,
  ): Promise<Observed<EcrImage>>;
}
