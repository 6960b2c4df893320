import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { ServiceUnavailableError } from '@backstage/errors';
import type { RoutedService } from '../router';
import { parseComponentRef, READ_ONLY } from './readOnly';

export function registerGetSlo(
  registry: ActionsRegistryService,
  service: Pick<RoutedService, 'getSlo'>,
): void {
  registry.register({
    name: 'get-slo',
    title: 'Get a service level objective of a service',
    description:
      'All that is known of one objective: the multi-window burn rates with their thresholds, the exact PromQL behind each number, the file that states it, links.',
    attributes: READ_ONLY,
    schema: {
      input: z =>
        z.object({
          entityRef: z
            .string()
            .describe('The entity, for example component:default/orders'),
          instance: z.string().describe('Configured name of the Prometheus'),
          id: z.string().describe('As list-service-slos answers it'),
        }),
      output: z =>
        z.object({
          slo: z.object({}).passthrough(),
          sources: z.array(z.object({}).passthrough()),
        }),
    },
    action: async ({ input, credentials }) => {
      const { instance, id } = input;
      const { items, sources } = await service.getSlo(
        parseComponentRef(input.entityRef),
        { instance, id },
        { credentials },
      );
      const [slo] = items;
      if (!slo) {
        const trouble = sources.find(({ state }) => state === 'unavailable');
        throw new ServiceUnavailableError(
          trouble?.reason ?? 'Prometheus does not answer',
        );
      }
      return {
        output: {
          slo: { ...slo },
          sources: sources.map(source => ({ ...source })),
        },
      };
    },
  });
}
