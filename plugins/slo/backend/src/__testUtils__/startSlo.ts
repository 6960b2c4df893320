import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import type { JsonObject } from '@backstage/types';
import { sloPlugin } from '../plugin';

type BackendFeature = NonNullable<
  Parameters<typeof startTestBackend>[0]['features']
>[number];

/** A component with these annotations, owned by team-checkout, part of the system checkout. */
export function component(
  name: string,
  annotations: Record<string, string> = {},
): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name, namespace: 'default', annotations },
    spec: { type: 'service', owner: 'group:default/team-checkout' },
    relations: [
      { type: 'ownedBy', targetRef: 'group:default/team-checkout' },
      { type: 'partOf', targetRef: 'system:default/checkout' },
    ],
  };
}

/** Annotations of an entity that names its services. */
export const naming = (services: string, instance?: string) => ({
  'shopstack.dev/slo-service': services,
  ...(instance !== undefined && { 'shopstack.dev/slo-instance': instance }),
});

/** Path of the objectives of a component. */
export const slosOf = (name: string) =>
  `/api/slo/v1/entities/component/default/${name}/slos`;

export const ALL_SLOS = '/api/slo/v1/slos';

/** The plugin in a test backend. Its collector stays off: only what a test asks is asked. */
export async function startSlo(options: {
  instances: JsonObject[];
  entities: Entity[];
  slo?: JsonObject;
  config?: JsonObject;
  /** What the policy answers to everything; ALLOW by default. */
  result?: AuthorizeResult.ALLOW | AuthorizeResult.DENY;
  /** In place of such a policy. */
  permissions?: BackendFeature;
  features?: BackendFeature[];
}) {
  const { server } = await startTestBackend({
    features: [
      sloPlugin,
      options.permissions ??
        mockServices.permissions.factory({
          result: options.result ?? AuthorizeResult.ALLOW,
        }),
      mockServices.rootConfig.factory({
        data: {
          ...options.config,
          slo: { ...options.slo, instances: options.instances },
        },
      }),
      catalogServiceMock.factory({ entities: options.entities }),
      ...(options.features ?? []),
    ],
  });
  return server;
}
