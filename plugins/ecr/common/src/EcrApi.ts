import type { CompoundEntityRef } from '@backstage/catalog-model';
import type {
  ApiRequestOptions,
  Observed,
  ObservedPage,
} from '@shopstack/plugin-kit-common';
import type {
  EcrFindings,
  EcrImage,
  EcrImageDetails,
  EcrImageQuery,
  EcrServiceScan,
} from './types';

/** Names one image of an entity. */
export interface EcrImageId {
  repositoryArn: string;
  digest: string;
}

/** Which of the running images of all services. */
export interface EcrServiceScanFilter {
  /** References of users and groups; absent means of anybody. */
  ownedBy?: string[];
  /** Default 0. */
  offset?: number;
  /** Default 200, at most 500. */
  limit?: number;
}

/**
 * The images of an entity, as this portal's backend tells them. Every method throws ResponseError 400 when the entity
 * names no repository or a parameter is malformed; 403 without the permission; 404 when the caller may not see the
 * entity, or the image is not of its repositories. A repository whose name is malformed is an unavailable source.
 */
export interface EcrApi {
  /** The images of the repositories that the entity names, newest first. */
  listImages(
    entityRef: string | CompoundEntityRef,
    query?: EcrImageQuery,
    options?: ApiRequestOptions,
  ): Promise<ObservedPage<EcrImage>>;

  /** What is known of one image beyond its row; one item, or none while it cannot be read. */
  getImageDetails(
    entityRef: string | CompoundEntityRef,
    image: EcrImageId,
    options?: ApiRequestOptions,
  ): Promise<Observed<EcrImageDetails>>;

  /** The findings of one image, the worst first. Asking for them makes the portal read them. */
  listFindings(
    entityRef: string | CompoundEntityRef,
    image: EcrImageId,
    options?: ApiRequestOptions,
  ): Promise<EcrFindings>;

  /** The running images of all services that the caller may read, the worst first. */
  listServiceScans(
    filter?: EcrServiceScanFilter,
    options?: ApiRequestOptions,
  ): Promise<
    Observed<EcrServiceScan> & {
      /** How many there are in all that fit the filter. */
      total?: number;
    }
  >;
}
