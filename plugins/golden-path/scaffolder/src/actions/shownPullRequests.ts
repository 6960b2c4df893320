import type { ProposedPullRequest } from '@shopstack/plugin-golden-path-node';

/** A pull request as the task page shows it. */
export interface ShownPullRequest extends ProposedPullRequest {
  /** Text of its link. */
  label: string;
}

/** The pull requests with the text of their links, in the order in which to merge them. */
export function shown(pullRequests: ProposedPullRequest[]): ShownPullRequest[] {
  return [...pullRequests]
    .sort((a, b) => a.order - b.order)
    .map(pullRequest => ({
      ...pullRequest,
      label: `${pullRequest.order}. ${nameOf(pullRequest)}`,
    }));
}

/** What to merge when, as Markdown. */
export function summaryOf(pullRequests: ShownPullRequest[]): string {
  const lines = pullRequests.map(
    pullRequest =>
      `${pullRequest.order}. [${nameOf(pullRequest)}](${pullRequest.url}) ${pullRequest.title}`,
  );
  return [
    'Merge the pull requests in this order. Each says why it stands where it does.',
    '',
    ...lines,
    '',
    'The last one starts the first build; its image reaches the first environment by a pull request of its own.',
  ].join('\n');
}

function nameOf({ repository, number }: ProposedPullRequest): string {
  return number > 0 ? `${repository}#${number}` : repository;
}
