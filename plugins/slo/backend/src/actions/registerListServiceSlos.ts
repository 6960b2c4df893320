import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import type { RoutedService } from '../router';
import { ABOUT_SOURCES, parseComponentRef, READ_ONLY } from './readOnly';

export function registerListServiceSlos(
  registry: ActionsRegistryService,
  service: Pick<RoutedService, 'listSlos'>,
): void {
  registry.register({
    name: 'list-service-slos',
    title: 'List the service level objectives of a service',
    description: `The worst first: state and why, objective, SLI, what is left of the error budget, burn rate, alerts. \`problems\` are parts of its SLO files that were refused. ${ABOUT_SOURCES}`,
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
          problems: z.array(z.object({}).passthrough()),
        }),
    },
    action: async ({ input, credentials }) => {
      const { items, sources, problems } = await service.listSlos(
        parseComponentRef(input.entityRef),
        { credentials },
      );
      return {
        output: {
          items: items.map(item => ({ ...item })),
          sources: sources.map(source => ({ ...source })),
          problems: problems.map(problem => ({ ...problem })),
        },
      };
    },
  });
}
