import { runGitForText } from '../git/runGit';
import { CODE_REPOSITORY } from '../reactions/organisation';
import type { World } from '../world/types';
import { importCommits, type SeedCommit } from './importCommits';
import { authorOf, PLATFORM_ENGINEER } from './people';
import type { SeedFile } from './readFolder';
import type { HistoryEntry } from './readHistory';

const DAY = 86_400_000;

/** A change of the history as a commit that is there. */
export interface SeededChange {
  entry: HistoryEntry;
  sha: string;
  date: Date;
  /** The id that git gives the folder of the service at this commit. */
  tree: string;
}

/** Writes the code's repository: one first commit, then the history, oldest first. */
export async function seedCode(
  world: Pick<World, 'repositories'>,
  files: ReadonlyMap<string, SeedFile>,
  history: HistoryEntry[],
  times: { begin: Date; now: Date },
): Promise<SeededChange[]> {
  const present = new Map(files);
  const commits: SeedCommit[] = [
    {
      message: 'chore: lay out the repository of the services',
      author: PLATFORM_ENGINEER,
      date: times.begin,
      files,
    },
  ];
  for (const { service, change, message, author, daysAgo } of history) {
    const path = `services/${service}/${change.file}`;
    const before = present.get(path);
    const content = Buffer.concat([
      before?.content ?? Buffer.alloc(0),
      Buffer.from(change.append),
    ]);
    const file: SeedFile = { mode: before?.mode ?? '100644', content };
    present.set(path, file);
    commits.push({
      message,
      author: authorOf(author),
      date: new Date(times.now.getTime() - daysAgo * DAY),
      files: new Map([[path, file]]),
    });
  }
  await world.repositories.create(CODE_REPOSITORY);
  const directory = world.repositories.directory(CODE_REPOSITORY);
  const shas = await importCommits(directory, commits);
  const changes = history.map((entry, index) => ({
    entry,
    sha: shas[index + 1],
    date: commits[index + 1].date,
  }));
  const trees = await runGitForText(
    directory,
    ['cat-file', '--batch-check=%(objectname)'],
    {
      input: changes
        .map(({ sha, entry }) => `${sha}:services/${entry.service}\n`)
        .join(''),
    },
  );
  const treeOf = trees.split('\n');
  return changes.map((change, index) => ({ ...change, tree: treeOf[index] }));
}
