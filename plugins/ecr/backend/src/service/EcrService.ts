import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type { CompoundEntityRef } from '@backstage/catalog-model';
import type { EcrImage } from '@shopstack/plugin-ecr-common';
import type { Observed } from '@shopstack/plugin-kit-common';

/** What this backend promises about images. */
export interface EcrService {
  /**
   * All images of the repositories that the entity names, newest first.
   *
   * @throws NotAllowedError without `ecr.image.read`; NotFoundError when the caller may not see the entity; InputError
   *   when it names no repository, or only malformed ones. Faults of Amazon ECR stand in the answer.
   */
  listImages(
    entityRef: CompoundEntityRef,
    options: { credentials: BackstageCredentials },
  ): Promise<Observed<EcrImage>>;
}
