import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { parseEntityRef } from '@backstage/catalog-model';
import type { WorkloadsService } from '../service/WorkloadsService';

/** Lets an assistant read workloads, with the rights of whom it acts for. */
export function registerListWorkloads(
  actionsRegistry: ActionsRegistryService,
  service: WorkloadsService,
): void {
  actionsRegistry.register({
    name: 'list-workloads',
    title: 'List the workloads of a service',
    description:
      'Deployments, StatefulSets, DaemonSets and Rollouts of a service in all environments: replicas, restarts, images by digest, autoscaler, latest warnings. `sources` says which clusters could not be read; their items are missing, not zero.',
    attributes: { readOnly: true, idempotent: true, destructive: false },
    schema: {
      input: z =>
        z.object({
          entityRef: z
            .string()
            .describe('The component, for example component:default/orders'),
        }),
      output: z =>
        z.object({
          items: z.array(z.object({}).passthrough()),
          sources: z.array(z.object({}).passthrough()),
        }),
    },
    action: async ({ input, credentials }) => {
      const entityRef = parseEntityRef(input.entityRef, {
        defaultKind: 'component',
        defaultNamespace: 'default',
      });
      const { items, sources } = await service.listWorkloads(entityRef, {
        credentials,
      });
      return {
        output: {
          items: items.map(item => ({ ...item })),
          sources: sources.map(source => ({ ...source })),
        },
      };
    },
  });
}
