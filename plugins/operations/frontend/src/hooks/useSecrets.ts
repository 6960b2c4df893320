import { type Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { ResponseError } from '@backstage/errors';
import { useApi } from '@backstage/frontend-plugin-api';
import { type ObservedState, useObserved } from '@shopstack/plugin-kit-react';
import type { ServiceSecrets } from '@shopstack/plugin-operations-common';
import { useCallback } from 'react';
import { operationsApiRef } from '../apis';

/** The secrets of a service, or why nobody can tell which they are. */
export interface FoundSecrets extends ServiceSecrets {
  /** What is missing or malformed in the entity, in the words of the backend. */
  problem?: string;
}

const NOWHERE = { items: [], sources: [], staleAfterDays: 0 };

/** The secrets of a service by name and age. */
export function useSecrets(entity: Entity): ObservedState<FoundSecrets> {
  const api = useApi(operationsApiRef);
  const entityRef = stringifyEntityRef(entity);
  const load = useCallback(
    async (signal: AbortSignal): Promise<FoundSecrets> => {
      try {
        return await api.listSecrets(entityRef, { signal });
      } catch (error) {
        // That the entity does not say where they are is no failure of the portal.
        if (error instanceof ResponseError && error.statusCode === 400) {
          return { ...NOWHERE, problem: error.body.error.message };
        }
        throw error;
      }
    },
    [api, entityRef],
  );
  return useObserved(load, { live: true });
}
