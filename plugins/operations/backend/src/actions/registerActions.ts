import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { parseEntityRef } from '@backstage/catalog-model';
import type { OperationsService } from '../service/OperationsService';

const ENTITY_REF = 'The component, for example component:default/orders';

const attributes = { readOnly: true, idempotent: true, destructive: false };

const componentOf = (entityRef: string) =>
  parseEntityRef(entityRef, {
    defaultKind: 'component',
    defaultNamespace: 'default',
  });

/** Lets an assistant read links and the ages of secrets, with the rights of whom it acts for. */
export function registerActions(
  actionsRegistry: ActionsRegistryService,
  service: OperationsService,
): void {
  actionsRegistry.register({
    name: 'list-links',
    title: 'List where to look at a service and whom to call',
    description:
      'Addresses of dashboards, logs, traces and alerts of each environment of a service, and who is on call for it.',
    attributes,
    schema: {
      input: z => z.object({ entityRef: z.string().describe(ENTITY_REF) }),
      output: z => z.object({}).passthrough(),
    },
    action: async ({ input, credentials }) => ({
      output: {
        ...(await service.listLinks(componentOf(input.entityRef), {
          credentials,
        })),
      },
    }),
  });
  actionsRegistry.register({
    name: 'list-secrets',
    title: 'List the secrets of a service by name and age',
    description:
      'Names, dates and rotation of the secrets of a service in AWS Secrets Manager, never their values. `sources` says which accounts could not be read; their secrets are missing, not zero.',
    attributes,
    schema: {
      input: z => z.object({ entityRef: z.string().describe(ENTITY_REF) }),
      output: z => z.object({}).passthrough(),
    },
    action: async ({ input, credentials }) => ({
      output: {
        ...(await service.listSecrets(componentOf(input.entityRef), {
          credentials,
        })),
      },
    }),
  });
}
