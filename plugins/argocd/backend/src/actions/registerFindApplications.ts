import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import type { RoutedService } from '../router';
import { ABOUT_SOURCES, parseComponentRef, READ_ONLY } from './readOnly';

export function registerFindApplications(
  registry: ActionsRegistryService,
  service: Pick<RoutedService, 'listApplications'>,
): void {
  registry.register({
    name: 'find-applications',
    title: 'Find the Argo CD applications of a service',
    description: `In short: per environment the sync and health status, the last operation, the latest deployment and the images. ${ABOUT_SOURCES}`,
    attributes: READ_ONLY,
    schema: {
      input: z =>
        z.object({
          entityRef: z
            .string()
            .describe('The entity, for example component:default/orders'),
        }),
      output: z =>
        z.object({
          items: z.array(z.object({}).passthrough()),
          sources: z.array(z.object({}).passthrough()),
        }),
    },
    action: async ({ input, credentials }) => {
      const { items, sources } = await service.listApplications(
        parseComponentRef(input.entityRef),
        { credentials },
      );
      return {
        output: {
          items: items.map(({ history, outOfSync, ...item }) => ({
            ...item,
            latestDeployment: history[0],
            resourcesOutOfSync: outOfSync.length,
          })),
          sources: sources.map(source => ({ ...source })),
        },
      };
    },
  });
}
