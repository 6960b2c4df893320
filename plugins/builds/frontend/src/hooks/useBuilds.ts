import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import { useApi } from '@backstage/frontend-plugin-api';
import type { Build } from '@shopstack/plugin-builds-common';
import type { Observed } from '@shopstack/plugin-kit-common';
import {
  REREAD_SECONDS,
  useObserved,
  type ObservedState,
} from '@shopstack/plugin-kit-react';
import { useCallback } from 'react';
import { buildsApiRef } from '../apis';

/** The latest builds of an entity, newest first. */
export function useBuilds(entity: Entity): ObservedState<Observed<Build>> {
  const api = useApi(buildsApiRef);
  const entityRef = stringifyEntityRef(entity);
  const load = useCallback(
    (signal: AbortSignal) => api.listBuilds(entityRef, { signal }),
    [api, entityRef],
  );
  return useObserved(load, { everySeconds: REREAD_SECONDS });
}
