import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import { useApi } from '@backstage/frontend-plugin-api';
import type { EnvironmentState } from '@shopstack/plugin-delivery-common';
import type { EcrImage } from '@shopstack/plugin-ecr-common';
import { REREAD_SECONDS, useObserved } from '@shopstack/plugin-kit-react';
import { useCallback, useMemo } from 'react';
import { ecrDeliveryApiRef } from '../apis';

/** True when the environment runs the image: by digest where it is known, else by a tag. */
function runs(state: EnvironmentState, image: EcrImage): boolean {
  const { digest, tag } = state.version ?? {};
  if (state.state === 'not-promoted') return false;
  if (digest) return digest === image.digest;
  return Boolean(tag && image.tags.includes(tag));
}

/**
 * Which environments run an image, as the delivery view tells. Undefined when it does not answer: the images are
 * whole without it.
 */
export function useRunningIn(
  entity: Entity,
): ((image: EcrImage) => string[]) | undefined {
  const api = useApi(ecrDeliveryApiRef);
  const entityRef = stringifyEntityRef(entity);
  const load = useCallback(
    (signal: AbortSignal) => api.getStrip(entityRef, { signal }),
    [api, entityRef],
  );
  const { data } = useObserved(load, { everySeconds: REREAD_SECONDS });
  const environments = data?.environments;
  return useMemo(
    () =>
      environments &&
      (image =>
        environments
          .filter(state => runs(state, image))
          .map(state => state.environment)),
    [environments],
  );
}
