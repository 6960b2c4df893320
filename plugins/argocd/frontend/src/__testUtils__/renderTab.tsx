import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import { catalogApiRef, EntityProvider } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import {
  AuthorizeResult,
  type EvaluatePermissionRequest,
} from '@backstage/plugin-permission-common';
import type { ArgocdApi } from '@shopstack/plugin-argocd-common';
import { argocdApiRef, argocdCardsApiRef } from '../apis';
import { ArgocdCardsApi } from '../cards';
import { ApplicationsContent } from '../components/ApplicationsContent';
import { argocdApi } from './argocdApi';

let tabs = 0;

/** Renders the tab of a service over a backend; `granted` names the permissions of the person, by default all. */
export function renderTab(part: Partial<ArgocdApi>, granted?: string[]) {
  // Answers of the policy are kept by entity, over the end of a test.
  tabs += 1;
  const entity = {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name: `orders-${tabs}`,
      namespace: 'default',
      annotations: { 'argocd/app-selector': 'shopstack.dev/service=orders' },
    },
  };
  const api = argocdApi(part);
  const catalogApi = catalogApiMock({ entities: [entity] });
  const authorize = ({ permission }: EvaluatePermissionRequest) =>
    !granted || granted.includes(permission.name)
      ? AuthorizeResult.ALLOW
      : AuthorizeResult.DENY;
  renderInTestApp(
    <EntityProvider entity={entity}>
      <ApplicationsContent />
    </EntityProvider>,
    {
      // The history card drops the last row unless this is set.
      config: { argocd: { revisionsToLoad: 10 } },
      apis: [
        [argocdApiRef, api],
        [catalogApiRef, catalogApi],
        [argocdCardsApiRef, new ArgocdCardsApi({ argocdApi: api, catalogApi })],
        mockApis.permission({ authorize }),
      ],
    },
  );
  return { entityRef: `component:default/${entity.metadata.name}` };
}
