import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { SLO_STATES, type SloState } from '@shopstack/plugin-slo-common';
import type { RoutedService } from '../router';
import { ABOUT_SOURCES, READ_ONLY } from './readOnly';

/** An assistant reads no more of a long list. */
const MOST_ITEMS = 100;

export function registerListAllSlos(
  registry: ActionsRegistryService,
  service: Pick<RoutedService, 'listAllSlos'>,
): void {
  registry.register({
    name: 'list-slos',
    title: 'List service level objectives over all services',
    description: `The worst first, at most ${MOST_ITEMS}, of the services that the caller may read, narrowed by state, owner, system, instance or part of the name. \`totals\` counts all of them by state. ${ABOUT_SOURCES}`,
    attributes: READ_ONLY,
    schema: {
      input: z =>
        z.object({
          search: z.string().optional().describe('Part of the name'),
          state: z
            .array(z.enum(SLO_STATES as [SloState, ...SloState[]]))
            .optional(),
          ownedBy: z
            .array(z.string())
            .optional()
            .describe('References of owners, as group:default/team-checkout'),
          system: z
            .array(z.string())
            .optional()
            .describe('References of systems, as system:default/checkout'),
          instance: z.string().optional(),
        }),
      output: z =>
        z.object({
          items: z.array(z.object({}).passthrough()),
          sources: z.array(z.object({}).passthrough()),
          totals: z.object({}).passthrough(),
        }),
    },
    action: async ({ input, credentials }) => {
      const { items, sources, totals } = await service.listAllSlos(input, {
        credentials,
      });
      return {
        output: {
          items: items.slice(0, MOST_ITEMS).map(item => ({ ...item })),
          sources: sources.map(source => ({ ...source })),
          totals: { ...totals },
        },
      };
    },
  });
}
