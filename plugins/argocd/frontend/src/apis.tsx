import {
  ApiBlueprint,
  createApiRef,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/frontend-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import type { ArgoCDApi } from '@roadiehq/backstage-plugin-argo-cd';
import {
  ArgocdApiClient,
  type ArgocdApi,
} from '@shopstack/plugin-argocd-common';
import { ArgocdCardsApi } from './cards';

/** The `argocd` backend. */
export const argocdApiRef = createApiRef<ArgocdApi>().with({
  id: 'plugin.argocd',
  pluginId: 'argocd',
});

export const argocdApi = ApiBlueprint.make({
  params: defineParams =>
    defineParams({
      api: argocdApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: connection => new ArgocdApiClient(connection),
    }),
});

/** The cards' own reference, by its id: importing it would load the cards with the first page of the portal. */
export const argocdCardsApiRef = createApiRef<ArgoCDApi>().with({
  id: 'plugin.argocd.service',
  pluginId: 'argocd',
});

/** What the cards of `@roadiehq/backstage-plugin-argo-cd` ask, answered by our own backend. */
export const argocdCardsApi = ApiBlueprint.make({
  name: 'cards',
  params: defineParams =>
    defineParams({
      api: argocdCardsApiRef,
      deps: { argocdApi: argocdApiRef, catalogApi: catalogApiRef },
      factory: deps => new ArgocdCardsApi(deps),
    }),
});
