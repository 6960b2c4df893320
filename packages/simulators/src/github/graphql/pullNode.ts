import type { PullDocument } from '../documents';
import { nodeId, numberOf } from '../views/nodeId';
import { optionalTimeView, timeView } from '../views/timeView';
import { commitNode } from './gitNodes';
import { userNode, type NodeContext } from './nodes';

/** `OPEN`, `CLOSED` or `MERGED`. */
export function pullState(pull: PullDocument): string {
  return pull.mergedAt ? 'MERGED' : pull.state.toUpperCase();
}

/** A pull request in GraphQL's form. */
export function pullNode(context: NodeContext, pull: PullDocument) {
  const { forge, links } = context;
  const { repository, number, autoMerge, mergeCommit } = pull;
  return {
    __typename: 'PullRequest',
    id: nodeId('PullRequest', `${repository}/${number}`),
    databaseId: numberOf(`pull ${repository} ${number}`),
    number,
    title: pull.title,
    body: pull.body,
    url: links.page(repository, `pull/${number}`),
    state: pullState(pull),
    isDraft: pull.draft,
    merged: pull.mergedAt !== undefined,
    async mergeable() {
      if (pull.state !== 'open') return 'UNKNOWN';
      const { result } = await forge.mergeability.check(pull);
      return result.conflicts ? 'CONFLICTING' : 'MERGEABLE';
    },
    headRefName: pull.head.branch,
    headRefOid: pull.head.sha,
    baseRefName: pull.base.branch,
    author: userNode(context, pull.author),
    createdAt: timeView(pull.createdAt),
    updatedAt: timeView(pull.updatedAt),
    closedAt: optionalTimeView(pull.closedAt),
    mergedAt: optionalTimeView(pull.mergedAt),
    mergeCommit: () =>
      mergeCommit ? commitNode(context, repository, mergeCommit) : null,
    autoMergeRequest: autoMerge
      ? {
          mergeMethod: autoMerge.method.toUpperCase(),
          enabledBy: userNode(context, autoMerge.enabledBy),
        }
      : null,
  };
}
