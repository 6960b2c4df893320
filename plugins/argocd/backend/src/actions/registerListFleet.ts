import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import type { RoutedService } from '../router';
import { ABOUT_SOURCES, READ_ONLY } from './readOnly';

export function registerListFleet(
  registry: ActionsRegistryService,
  service: Pick<RoutedService, 'listFleet'>,
): void {
  registry.register({
    name: 'list-applications',
    title: 'List Argo CD applications over all services',
    description: `All applications of the services that the caller may read, with sync and health status, narrowed by state, project, instance, owner or part of the name. ${ABOUT_SOURCES}`,
    attributes: READ_ONLY,
    schema: {
      input: z =>
        z.object({
          search: z.string().optional().describe('Part of the name'),
          sync: z.array(z.enum(['Synced', 'OutOfSync', 'Unknown'])).optional(),
          health: z
            .array(
              z.enum([
                'Healthy',
                'Progressing',
                'Degraded',
                'Suspended',
                'Missing',
                'Unknown',
              ]),
            )
            .optional(),
          project: z.string().optional(),
          instance: z.string().optional(),
          ownedBy: z
            .array(z.string())
            .optional()
            .describe('References of owners, as group:default/team-checkout'),
        }),
      output: z =>
        z.object({
          items: z.array(z.object({}).passthrough()),
          sources: z.array(z.object({}).passthrough()),
        }),
    },
    action: async ({ input, credentials }) => {
      const { items, sources } = await service.listFleet(input, {
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
