import type { World } from '../../../world/types';

/**
 * The trailers by which Argo CD (3.1 and later) shows the code commit behind a GitOps commit.
 *
 * @returns lines without a final line end; empty when the revision is not a commit of the repository
 */
export async function referenceTrailers(
  world: Pick<World, 'repositories' | 'addresses'>,
  repository: string,
  revision: string,
): Promise<string> {
  const sha = await world.repositories.resolve(repository, revision);
  if (!sha) {
    return '';
  }
  const { author, message } = await world.repositories.commit(repository, sha);
  return trailersOf({
    sha,
    repositoryUrl: `${world.addresses.get('github')}/shopstack/${repository}`,
    author: `${author.name} <${author.email}>`,
    subject: message.split('\n')[0],
    date: author.date,
  });
}

export function trailersOf(reference: {
  sha: string;
  repositoryUrl: string;
  author: string;
  subject: string;
  date: string;
}): string {
  return [
    `Argocd-reference-commit-sha: ${reference.sha}`,
    `Argocd-reference-commit-repourl: ${reference.repositoryUrl}`,
    `Argocd-reference-commit-author: ${reference.author}`,
    `Argocd-reference-commit-subject: ${reference.subject}`,
    `Argocd-reference-commit-date: ${reference.date}`,
  ].join('\n');
}
