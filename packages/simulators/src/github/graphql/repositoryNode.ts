import { resolveRevision } from '../../git/revisions';
import type { PullDocument } from '../documents';
import { DEFAULT_BRANCH, ORGANIZATION } from '../organization';
import { nodeId } from '../views/nodeId';
import type { RepositoryDocument } from '../views/repositoryView';
import { connection, type ConnectionArguments } from './connection';
import { commitNode, objectNode } from './gitNodes';
import { organizationNode, type NodeContext } from './nodes';
import { pullNode, pullState } from './pullNode';

type PullArguments = ConnectionArguments & {
  states?: string[];
  headRefName?: string;
  baseRefName?: string;
};

/** A repository in GraphQL's form; what costs a git command is a function, called only when it is asked for. */
export function repositoryNode(context: NodeContext, name: string) {
  const { world, pulls } = context.forge;
  const directory = world.repositories.directory(name);
  const { description, topics = [] } =
    world.store.get<RepositoryDocument>('repository', name) ?? {};

  const listPulls = (
    { states, ...page }: PullArguments,
    matches: (pull: PullDocument) => boolean,
  ) => {
    const found = pulls
      .list(name)
      .filter(pull => !states || states.includes(pullState(pull)))
      .filter(matches);
    return connection(
      found.map(pull => pullNode(context, pull)),
      page,
    );
  };
  const ref = async (branch: string) => {
    const sha = await resolveRevision(directory, `refs/heads/${branch}`);
    if (!sha) return null;
    return {
      __typename: 'Ref',
      id: nodeId('Ref', `${name}/${branch}`),
      name: branch,
      prefix: 'refs/heads/',
      target: () => commitNode(context, name, sha),
      associatedPullRequests: (page: PullArguments) =>
        listPulls(page, pull => pull.head.branch === branch),
    };
  };

  return {
    __typename: 'Repository',
    id: nodeId('Repository', name),
    name,
    nameWithOwner: `${ORGANIZATION}/${name}`,
    owner: () => organizationNode(context, ORGANIZATION),
    url: context.links.page(name),
    description: description ?? null,
    isArchived: false,
    isFork: false,
    isPrivate: true,
    isEmpty: async () => !(await resolveRevision(directory, DEFAULT_BRANCH)),
    visibility: 'PRIVATE',
    repositoryTopics: (page: ConnectionArguments) =>
      connection(
        topics.map(topic => ({ topic: { name: topic } })),
        page,
      ),
    defaultBranchRef: () => ref(DEFAULT_BRANCH),
    ref: ({ qualifiedName }: { qualifiedName: string }) =>
      ref(qualifiedName.replace(/^(refs\/)?heads\//, '')),
    object: (options: { expression?: string; oid?: string }) =>
      objectNode(context, name, options.oid ?? options.expression ?? 'HEAD'),
    pullRequest({ number }: { number: number }) {
      const pull = pulls.get(name, number);
      return pull ? pullNode(context, pull) : null;
    },
    pullRequests: ({ headRefName, baseRefName, ...page }: PullArguments) =>
      listPulls(
        page,
        ({ head, base }) =>
          (!headRefName || head.branch === headRefName) &&
          (!baseRefName || base.branch === baseRefName),
      ),
  };
}
