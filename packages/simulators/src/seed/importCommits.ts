import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runGit } from '../git/runGit';
import type { SeedFile } from './readFolder';

/** A commit on top of main. */
export interface SeedCommit {
  message: string;
  author: { name: string; email: string };
  date: Date;
  files: ReadonlyMap<string, SeedFile>;
}

/**
 * Writes commits onto main of an empty bare repository with one git command, in milliseconds where one by one would take seconds.
 *
 * @returns the SHAs, in the order of the commits
 */
export async function importCommits(
  directory: string,
  commits: SeedCommit[],
): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'shopstack-seed-'));
  const marks = join(folder, 'marks');
  try {
    await runGit(
      directory,
      ['fast-import', '--quiet', `--export-marks=${marks}`],
      { input: Buffer.concat(commits.flatMap(toStream)) },
    );
    const shas = new Map(
      (await readFile(marks, 'utf8'))
        .trim()
        .split('\n')
        .map(line => line.split(' ') as [string, string]),
    );
    return commits.map((_commit, index) => shas.get(`:${index + 1}`)!);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function toStream(commit: SeedCommit, index: number): Buffer[] {
  const { author, date, message, files } = commit;
  const seconds = Math.floor(date.getTime() / 1000);
  const signature = `${author.name} <${author.email}> ${seconds} +0000`;
  const parts = [
    Buffer.from(
      [
        'commit refs/heads/main',
        `mark :${index + 1}`,
        `author ${signature}`,
        `committer ${signature}`,
        '',
      ].join('\n'),
    ),
    ...data(Buffer.from(`${message.trimEnd()}\n`)),
  ];
  if (index > 0) {
    parts.push(Buffer.from(`from :${index}\n`));
  }
  for (const [path, { mode, content }] of files) {
    const quoted = JSON.stringify(path);
    parts.push(Buffer.from(`M ${mode} inline ${quoted}\n`), ...data(content));
  }
  return parts;
}

function data(content: Buffer): Buffer[] {
  return [Buffer.from(`data ${content.length}\n`), content, Buffer.from('\n')];
}
