import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import { useApi } from '@backstage/frontend-plugin-api';
import type { EcrImage } from '@shopstack/plugin-ecr-common';
import type { Observed } from '@shopstack/plugin-kit-common';
import {
  REREAD_SECONDS,
  useObserved,
  type ObservedState,
} from '@shopstack/plugin-kit-react';
import { useCallback } from 'react';
import { ecrApiRef } from '../apis';

/** All images of an entity, newest first. */
export function useImages(entity: Entity): ObservedState<Observed<EcrImage>> {
  const api = useApi(ecrApiRef);
  const entityRef = stringifyEntityRef(entity);
  const load = useCallback(
    (signal: AbortSignal) => api.listImages(entityRef, { signal }),
    [api, entityRef],
  );
  return useObserved(load, { everySeconds: REREAD_SECONDS });
}
