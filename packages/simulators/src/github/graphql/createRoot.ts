import type { Caller } from '../authentication';
import type { MergeMethod, PullDocument } from '../documents';
import { RATE_LIMIT } from '../rest/rateLimitHeaders';
import { readNodeId } from '../views/nodeId';
import {
  findRepositoryNode,
  organizationNode,
  userNode,
  type NodeContext,
} from './nodes';
import { pullNode } from './pullNode';

type MutationInput = {
  input: {
    pullRequestId: string;
    mergeMethod?: string;
    clientMutationId?: string;
  };
};

/** The fields of Query and Mutation for one request. */
export function createRoot(context: NodeContext, caller: Caller) {
  const { pulls, autoMerger, world } = context.forge;

  const requirePull = (id: string): PullDocument => {
    const { type, name } = readNodeId(id) ?? {};
    const [repository, number] = name?.split('/') ?? [];
    const pull =
      type === 'PullRequest' && pulls.get(repository, Number(number));
    if (!pull) {
      throw new Error(
        `Could not resolve to a node with the global id of '${id}'`,
      );
    }
    return pull;
  };

  return {
    repositoryOwner: ({ login }: { login: string }) =>
      organizationNode(context, login),
    organization({ login }: { login: string }) {
      const found = organizationNode(context, login);
      if (found) return found;
      throw new Error(
        `Could not resolve to an Organization with the login of '${login}'.`,
      );
    },
    async repository({ owner, name }: { owner: string; name: string }) {
      const found = await findRepositoryNode(context, owner, name);
      if (found) return found;
      throw new Error(
        `Could not resolve to a Repository with the name '${owner}/${name}'.`,
      );
    },
    viewer: () => userNode(context, caller.login),
    rateLimit: () => ({
      limit: RATE_LIMIT,
      cost: 1,
      remaining: RATE_LIMIT,
      used: 0,
      resetAt: new Date(world.clock.now().getTime() + 3_600_000).toISOString(),
    }),
    node({ id }: { id: string }) {
      return pullNode(context, requirePull(id));
    },
    enablePullRequestAutoMerge({ input }: MutationInput) {
      const method = (input.mergeMethod ?? 'MERGE').toLowerCase();
      const pull = autoMerger.enable(
        requirePull(input.pullRequestId),
        method as MergeMethod,
        caller.login,
      );
      const { clientMutationId } = input;
      return { clientMutationId, pullRequest: pullNode(context, pull) };
    },
    disablePullRequestAutoMerge({ input }: MutationInput) {
      const pull = pulls.save(requirePull(input.pullRequestId), {
        autoMerge: undefined,
      });
      const { clientMutationId } = input;
      return { clientMutationId, pullRequest: pullNode(context, pull) };
    },
  };
}
