import { InputError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { parseCreateServiceParameters } from '@shopstack/plugin-golden-path-common';
import {
  type GoldenPaths,
  type ProposedPullRequest,
  assertOwnerAndSystem,
  findCatalogNameConflicts,
} from '@shopstack/plugin-golden-path-node';
import { examples } from './proposeExamples';
import { type ShownPullRequest, shown, summaryOf } from './shownPullRequests';

/** `gitops:propose`: opens the pull requests of a golden path, all of them or none. */
export function createProposeAction(options: {
  catalog: CatalogService;
  goldenPaths: GoldenPaths;
}) {
  const { catalog, goldenPaths } = options;
  return createTemplateAction({
    id: 'gitops:propose',
    description:
      'Plans a golden path on the repositories as they are now and opens its pull requests: all of them, or none. A dry run only plans.',
    examples,
    supportsDryRun: true,
    schema: {
      input: {
        template: z => z.string().describe('Name of the golden path'),
        values: z =>
          z.record(z.unknown()).describe('Parameters of the golden path'),
        planHash: z =>
          z
            .string()
            .optional()
            .describe(
              'Hash of the plan that somebody looked at; any other plan is then refused',
            ),
      },
      output: {
        pullRequests: z =>
          z
            .array(
              z.object({
                repository: z.string(),
                number: z.number(),
                url: z.string(),
                title: z.string(),
                order: z.number(),
                label: z.string(),
              }),
            )
            .describe('The pull requests, in the order in which to merge them'),
        remoteUrls: z =>
          z.array(z.string()).describe('Addresses of the pull requests'),
        summary: z => z.string().describe('What to merge when, as Markdown'),
        planHash: z => z.string().describe('Hash of the plan (dry run only)'),
      },
    },
    async handler(ctx) {
      const { template, values, planHash } = ctx.input;
      const parameters = parseCreateServiceParameters(values);
      const credentials = await ctx.getInitiatorCredentials();
      // The form has checked the same; a task can be created without a form.
      await assertOwnerAndSystem(catalog, parameters, credentials);
      const taken = await findCatalogNameConflicts(
        catalog,
        parameters.name,
        credentials,
      );
      if (taken.length > 0) {
        throw new InputError(
          `name: ${parameters.name} is taken: the catalog has ${taken
            .map(conflict => conflict.what)
            .join(', ')}`,
        );
      }

      if (ctx.isDryRun) {
        const plan = await goldenPaths.planning.plan({ template, values });
        for (const check of plan.checks) {
          ctx.logger.info(`${check.state}: ${check.detail}`);
        }
        const planned = plan.pullRequests.map(
          ({ order, title, repository }) => ({
            order,
            title,
            repository,
            number: 0,
            url: '',
          }),
        );
        output(shown(planned), plan.hash);
        return;
      }

      const opened = await ctx.checkpoint({
        key: 'pull-requests',
        fn: () =>
          goldenPaths.proposals.propose(
            { template, values, planHash, correlationId: ctx.task.id },
            {
              signal: ctx.signal,
              onProgress: line => ctx.logger.info(line),
            },
          ),
      });
      output(shown(opened as ProposedPullRequest[]));

      function output(pullRequests: ShownPullRequest[], hash?: string) {
        ctx.output('pullRequests', pullRequests);
        ctx.output(
          'remoteUrls',
          pullRequests.map(({ url }) => url),
        );
        ctx.output('summary', summaryOf(pullRequests));
        if (hash) {
          ctx.output('planHash', hash);
        }
      }
    },
  });
}
