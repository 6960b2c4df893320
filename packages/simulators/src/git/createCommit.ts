import { runGitForText } from './runGit';

/** Name and address of who made a change. */
export interface Identity {
  name: string;
  email: string;
}

/** A commit to write. */
interface CommitOptions {
  tree: string;
  parents: readonly string[];
  message: string;
  author: Identity & { date: Date };
  committer?: Identity & { date: Date };
}

/** Writes a commit object, without moving a branch, and answers its SHA. */
export async function createCommit(
  directory: string,
  options: CommitOptions,
): Promise<string> {
  const { tree, parents, message, author, committer = author } = options;
  return runGitForText(
    directory,
    ['commit-tree', tree, ...parents.flatMap(parent => ['-p', parent])],
    {
      input: message,
      environment: {
        GIT_AUTHOR_NAME: oneLine(author.name),
        GIT_AUTHOR_EMAIL: oneLine(author.email),
        GIT_AUTHOR_DATE: gitDate(author.date),
        GIT_COMMITTER_NAME: oneLine(committer.name),
        GIT_COMMITTER_EMAIL: oneLine(committer.email),
        GIT_COMMITTER_DATE: gitDate(committer.date),
      },
    },
  );
}

// Git strips these itself, but refuses a name that has nothing else.
function oneLine(text: string): string {
  return text.replace(/[<>\n\0]/g, ' ').trim() || 'unknown';
}

function gitDate(date: Date): string {
  return `@${Math.floor(date.getTime() / 1000)} +0000`;
}
