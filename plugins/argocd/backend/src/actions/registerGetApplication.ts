import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { NotFoundError, ServiceUnavailableError } from '@backstage/errors';
import type { RoutedService } from '../router';
import { parseComponentRef, READ_ONLY } from './readOnly';

export function registerGetApplication(
  registry: ActionsRegistryService,
  service: Pick<RoutedService, 'listApplications'>,
): void {
  registry.register({
    name: 'get-application',
    title: 'Get an Argo CD application of a service',
    description:
      'All that is known of one application: conditions, resources out of sync, history with author and message of each deployment, progress of rollouts.',
    attributes: READ_ONLY,
    schema: {
      input: z =>
        z.object({
          entityRef: z
            .string()
            .describe('The entity, for example component:default/orders'),
          name: z.string().describe('Name of the application'),
          instance: z
            .string()
            .optional()
            .describe('Configured name of the Argo CD, where several have it'),
        }),
      output: z =>
        z.object({
          application: z.object({}).passthrough(),
          sources: z.array(z.object({}).passthrough()),
        }),
    },
    action: async ({ input, credentials }) => {
      const { items, sources } = await service.listApplications(
        parseComponentRef(input.entityRef),
        { credentials },
      );
      const application = items.find(
        ({ name, instance }) =>
          name === input.name &&
          (input.instance === undefined || instance === input.instance),
      );
      if (!application) {
        const trouble = sources.find(({ state }) => state === 'unavailable');
        throw trouble
          ? new ServiceUnavailableError(
              trouble.reason ?? 'Argo CD does not answer',
            )
          : new NotFoundError(
              `${input.entityRef} has no application '${input.name}'`,
            );
      }
      return {
        output: {
          application: { ...application },
          sources: sources.map(source => ({ ...source })),
        },
      };
    },
  });
}
