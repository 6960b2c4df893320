import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import type { JsonValue } from '@backstage/types';
import { argocdPlugin } from '../plugin';

type BackendFeature = NonNullable<
  Parameters<typeof startTestBackend>[0]['features']
>[number];

/** A component with these annotations, owned by team-checkout. */
export function component(
  name: string,
  annotations: Record<string, string> = {},
): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name, namespace: 'default', annotations },
    spec: { type: 'service', owner: 'group:default/team-checkout' },
    relations: [{ type: 'ownedBy', targetRef: 'group:default/team-checkout' }],
  };
}

/** Annotations of an entity that selects by the service's label. */
export const selecting = (service: string) => ({
  'argocd/app-selector': `shopstack.dev/service=${service}`,
});

/** Path of the applications of a component. */
export const applicationsOf = (name: string) =>
  `/api/argocd/v1/entities/component/default/${name}/applications`;

/** The plugin in a test backend; it follows no stream unless the configuration says so. */
export async function startArgocd(options: {
  instances: Record<string, string>[];
  entities: Entity[];
  argocd?: Record<string, JsonValue>;
  config?: Record<string, JsonValue>;
  /** What the policy answers to everything; ALLOW by default. */
  result?: AuthorizeResult.ALLOW | AuthorizeResult.DENY;
  /** In place of such a policy. */
  permissions?: BackendFeature;
  features?: BackendFeature[];
}) {
  const { server } = await startTestBackend({
    features: [
      argocdPlugin,
      options.permissions ??
        mockServices.permissions.factory({
          result: options.result ?? AuthorizeResult.ALLOW,
        }),
      mockServices.rootConfig.factory({
        data: {
          ...options.config,
          argocd: {
            stream: { enabled: false },
            ...options.argocd,
            appLocatorMethods: [
              { type: 'config', instances: options.instances },
            ],
          },
        },
      }),
      catalogServiceMock.factory({ entities: options.entities }),
      ...(options.features ?? []),
    ],
  });
  return server;
}
