import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type { CompoundEntityRef } from '@backstage/catalog-model';
import type {
  EcrFindings,
  EcrImage,
  EcrImageDetails,
  EcrImageId,
  EcrImageQuery,
  EcrServiceScan,
} from '@shopstack/plugin-ecr-common';
import type { Observed, ObservedPage } from '@shopstack/plugin-kit-common';

/** Who asks. */
export interface EcrServiceOptions {
  credentials: BackstageCredentials;
}

/** What narrows the list of running images of all services. */
export interface ServiceScansQuery {
  /** References of users and groups; empty means of anybody. */
  ownedBy: string[];
  offset: number;
  limit: number;
}

/**
 * What this backend promises about images. Faults of Amazon ECR stand in the answers. Every method throws
 * NotAllowedError without `ecr.image.read`; those of one entity throw NotFoundError when the caller may not see it, and
 * InputError when it names no repository.
 */
export interface EcrService {
  /**
   * The images of the repositories that the entity names, newest first.
   *
   * @throws NotFoundError when the query names a repository that the entity does not.
   */
  listImages(
    entityRef: CompoundEntityRef,
    query: EcrImageQuery & { offset: number; limit: number },
    options: EcrServiceOptions,
  ): Promise<ObservedPage<EcrImage>>;

  /**
   * What is known of one image beyond its row; none while the list of its repository cannot be read.
   *
   * @throws NotFoundError when it is not of the entity's repositories.
   */
  getImageDetails(
    entityRef: CompoundEntityRef,
    image: EcrImageId,
    options: EcrServiceOptions,
  ): Promise<Observed<EcrImageDetails>>;

  /**
   * The findings of one image, the worst first. Asking for them makes the portal read them.
   *
   * @throws NotFoundError when it is not of the entity's repositories.
   */
  listFindings(
    entityRef: CompoundEntityRef,
    image: EcrImageId,
    options: EcrServiceOptions,
  ): Promise<EcrFindings>;

  /** The running images of the services that the caller may read, the worst first, as far as they were read before. */
  listServiceScans(
    query: ServiceScansQuery,
    options: EcrServiceOptions,
  ): Promise<ObservedPage<EcrServiceScan>>;
}
