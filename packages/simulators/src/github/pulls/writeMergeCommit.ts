import { readLog } from '../../git/commits';
import { createCommit } from '../../git/createCommit';
import { mergeTrees } from '../../git/merge';
import type { GitCommit } from '../../world/types';
import { ApiError } from '../ApiError';
import { emailOf } from '../authentication';
import type { MergeMethod, PullDocument } from '../documents';
import { ORGANIZATION } from '../organization';

/** What a merge commit is made of. */
interface MergeCommitOptions {
  directory: string;
  pull: PullDocument;
  method: MergeMethod;
  head: string;
  base: string;
  /** The merged tree. */
  tree: string;
  by: string;
  date: Date;
  title?: string;
  message?: string;
}

/** Writes the commit that the base branch will be moved to, and answers its SHA. */
export async function writeMergeCommit(
  options: MergeCommitOptions,
): Promise<string> {
  if (options.method === 'rebase') {
    return rebase(options);
  }
  const { directory, tree, head, base, by, date } = options;
  return createCommit(directory, {
    tree,
    parents: options.method === 'squash' ? [base] : [base, head],
    message: await composeMessage(options),
    author: { name: by, email: emailOf(by), date },
  });
}

async function composeMessage(options: MergeCommitOptions): Promise<string> {
  const { pull, method, title, message } = options;
  if (method === 'merge') {
    const standard = `Merge pull request #${pull.number} from ${ORGANIZATION}/${pull.head.branch}`;
    return join(title ?? standard, message ?? pull.title);
  }
  const commits = await ownCommits(options);
  // As GitHub: the message of the only commit, or the list of what was squashed.
  const body =
    commits.length === 1
      ? commits[0].message.split('\n').slice(1).join('\n').trim()
      : commits.map(commit => `* ${commit.message}`).join('\n\n');
  return join(title ?? `${pull.title} (#${pull.number})`, message ?? body);
}

function join(title: string, body: string): string {
  return body ? `${title}\n\n${body}` : title;
}

/** Oldest first. */
async function ownCommits(options: MergeCommitOptions): Promise<GitCommit[]> {
  const { directory, head, base } = options;
  const commits = await readLog(directory, { ref: head, exclude: base });
  return commits.reverse();
}

/** Puts each commit of the head on top of the base, leaving out merges. */
async function rebase(options: MergeCommitOptions): Promise<string> {
  const { directory, base, by, date } = options;
  let tip = base;
  for (const commit of await ownCommits(options)) {
    if (commit.parents.length !== 1) continue;
    const merged = await mergeTrees(directory, {
      base: commit.parents[0],
      ours: tip,
      theirs: commit.sha,
    });
    if (merged.conflicts) {
      throw new ApiError(405, "This branch can't be rebased");
    }
    tip = await createCommit(directory, {
      tree: merged.tree,
      parents: [tip],
      message: commit.message,
      author: { ...commit.author, date: new Date(commit.author.date) },
      committer: { name: by, email: emailOf(by), date },
    });
  }
  return tip;
}
