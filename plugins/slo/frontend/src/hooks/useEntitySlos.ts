import { useApi } from '@backstage/frontend-plugin-api';
import { useObserved, type ObservedState } from '@shopstack/plugin-kit-react';
import type { EntitySlos } from '@shopstack/plugin-slo-common';
import { useCallback } from 'react';
import { sloApiRef } from '../apis';

/** The objectives of an entity, kept current while the page is open. */
export function useEntitySlos(entityRef: string): ObservedState<EntitySlos> {
  const api = useApi(sloApiRef);
  const load = useCallback(
    (signal: AbortSignal) => api.listSlos(entityRef, { signal }),
    [api, entityRef],
  );
  return useObserved(load, { live: true });
}
