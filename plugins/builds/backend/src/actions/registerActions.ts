import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { parseEntityRef } from '@backstage/catalog-model';
import { BUILD_STATUSES } from '@shopstack/plugin-builds-common';
import type { BuildsService } from '../service/BuildsService';

const EXECUTORS = ['aws-codebuild', 'github-actions'] as const;

const READ_ONLY = { readOnly: true, destructive: false, idempotent: true };

/** Lines that `read-build-log-tail` gives at most. */
const MOST_LINES = 500;

/** Offers what this backend reads to agents, over the same service and with the caller's credentials. */
export function registerActions(
  registry: ActionsRegistryService,
  service: BuildsService,
): void {
  registry.register({
    name: 'list-builds',
    title: 'List the builds of an entity',
    description:
      'Builds of a catalog entity at AWS CodeBuild and GitHub Actions, newest first, with status, branch, commit, duration and image. `sources` says which of them did not answer.',
    attributes: READ_ONLY,
    schema: {
      input: z =>
        z.object({
          entityRef: z
            .string()
            .describe('For example component:default/checkout'),
          status: z.array(z.enum(BUILD_STATUSES)).optional(),
          search: z
            .string()
            .max(200)
            .optional()
            .describe('Part of the branch, or the beginning of the commit'),
          limit: z.number().int().min(1).max(100).optional(),
          cursor: z
            .string()
            .max(200)
            .optional()
            .describe('`nextCursor` of the page before'),
        }),
      output: z => z.object({ page: z.any() }),
    },
    action: async ({ input: { entityRef, ...query }, credentials }) => {
      const page = await service.listBuilds(parseEntityRef(entityRef), query, {
        credentials,
      });
      return { output: { page } };
    },
  });

  registry.register({
    name: 'get-build',
    title: 'Read one build',
    description:
      'One build of a catalog entity with its phases, test and coverage reports, and exported variables.',
    attributes: READ_ONLY,
    schema: {
      input: z =>
        z.object({
          entityRef: z.string(),
          executor: z.enum(EXECUTORS),
          id: z.string().max(255).describe('`id` of a build of list-builds'),
        }),
      output: z => z.object({ details: z.any() }),
    },
    action: async ({ input: { entityRef, ...build }, credentials }) => {
      const details = await service.getBuild(parseEntityRef(entityRef), build, {
        credentials,
      });
      return { output: { details } };
    },
  });

  registry.register({
    name: 'read-build-log-tail',
    title: 'Read the end of a build log',
    description:
      'The last lines of the log of a build, the place to look for why it failed.',
    attributes: READ_ONLY,
    schema: {
      input: z =>
        z.object({
          entityRef: z.string(),
          executor: z.enum(EXECUTORS),
          id: z.string().max(255).describe('`id` of a build of list-builds'),
          lines: z.number().int().min(1).max(MOST_LINES).default(100),
        }),
      output: z => z.object({ log: z.any() }),
    },
    action: async ({ input: { entityRef, lines, ...build }, credentials }) => {
      const log = await service.readLogTail(
        parseEntityRef(entityRef),
        build,
        { lines },
        { credentials },
      );
      return { output: { log } };
    },
  });
}
