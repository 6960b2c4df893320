import { readLog } from '../../git/commits';
import { mergeBase } from '../../git/commits';
import { readDifferences } from '../../git/differences';
import type { GithubContext } from '../context';
import type { PullDocument } from '../documents';
import { pullView } from '../views/pullView';
import { repositoryView } from '../views/repositoryView';
import type { RepositoryCall } from './RepositoryCall';

/** From where to where a pull request's diff goes: the common ancestor, and the head. */
export async function pullRange(
  { world }: GithubContext,
  pull: PullDocument,
): Promise<{ directory: string; from: string; to: string }> {
  const directory = world.repositories.directory(pull.repository);
  const to = pull.head.sha;
  // Once closed, the base may have the head in it: then what it was at that time counts.
  const base =
    pull.state === 'open'
      ? await world.repositories.resolve(
          pull.repository,
          `refs/heads/${pull.base.branch}`,
        )
      : pull.base.sha;
  const from = await mergeBase(directory, base ?? pull.base.sha, to);
  return { directory, from: from ?? pull.base.sha, to };
}

/** One pull request, with what GitHub shows only when asked for one: counts, and whether it can be merged. */
export async function detailedPullView(
  context: GithubContext,
  { links }: Pick<RepositoryCall, 'links'>,
  pull: PullDocument,
) {
  const { world, mergeability } = context;
  const view = await repositoryView(world, links, pull.repository);
  const { directory, from, to } = await pullRange(context, pull);
  const [files, commits] = await Promise.all([
    readDifferences(directory, from, to),
    readLog(directory, { ref: to, exclude: from }),
  ]);
  const sum = (key: 'additions' | 'deletions') =>
    files.reduce((total, file) => total + file[key], 0);
  const verdict =
    pull.state === 'open' ? await mergeability.check(pull) : undefined;
  return {
    ...pullView(links, pull, view),
    mergeable: verdict ? verdict.result.tree !== undefined : null,
    mergeable_state: verdict?.state ?? 'unknown',
    rebaseable: verdict ? verdict.result.tree !== undefined : null,
    comments: 0,
    review_comments: 0,
    commits: commits.length,
    additions: sum('additions'),
    deletions: sum('deletions'),
    changed_files: files.length,
  };
}
