import { useApi } from '@backstage/frontend-plugin-api';
import type { EcrImage } from '@shopstack/plugin-ecr-common';
import type { ObservedPage } from '@shopstack/plugin-kit-common';
import { useObserved, type ObservedState } from '@shopstack/plugin-kit-react';
import { useCallback } from 'react';
import { ecrApiRef } from '../apis';
import { imageQuery, type ImageFilters } from '../imageFilters';
import { readImages } from '../readImages';
import { useKept } from './useKept';

/** The images of an entity that fit the filters, newest first. While other filters are asked for, the rows stay. */
export function useImages(
  entityRef: string,
  filters: ImageFilters,
): ObservedState<ObservedPage<EcrImage>> {
  const api = useApi(ecrApiRef);
  // Filters are made anew with every change of the address; only another question is another question.
  const question = JSON.stringify([imageQuery(filters), filters.shown]);
  const load = useCallback(
    (signal: AbortSignal) => {
      const [query, shown] = JSON.parse(question);
      return readImages(api, entityRef, query, shown, signal);
    },
    [api, entityRef, question],
  );
  return useKept(useObserved(load, { live: true }), entityRef);
}
