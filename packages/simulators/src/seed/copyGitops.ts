import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { isMap, parseAllDocuments } from 'yaml';
import { runGit } from '../git/runGit';
import { GITOPS_REPOSITORY } from '../reactions/organisation';
import type { World } from '../world/types';
import { importCommits } from './importCommits';
import { PLATFORM_ENGINEER } from './people';
import { readFolder, type SeedFile } from './readFolder';

/**
 * Makes the GitOps repository from a folder of the person's: of a clone all branches; of a plain folder one commit on main, and a
 * branch at that commit for every other `targetRevision` that an Application in it names. The files stay as they are to the byte.
 */
export async function copyGitops(
  world: Pick<World, 'repositories'>,
  folder: string,
  date: Date,
): Promise<void> {
  const { repositories } = world;
  await repositories.create(GITOPS_REPOSITORY);
  const directory = repositories.directory(GITOPS_REPOSITORY);
  if (existsSync(join(folder, '.git'))) {
    await copyClone(directory, folder);
    return;
  }
  const files = await readFolder(folder);
  const message = `chore: copy ${folder.split('/').pop()}`;
  const commit = { message, author: PLATFORM_ENGINEER, date, files };
  const [sha] = await importCommits(directory, [commit]);
  for (const branch of targetRevisions(files)) {
    await runGit(directory, ['update-ref', `refs/heads/${branch}`, sha]);
  }
}

/** A fresh clone has one branch of its own; the others are those of its remote. Its own win. */
async function copyClone(directory: string, folder: string) {
  await runGit(directory, [
    'fetch',
    '--quiet',
    '--no-tags',
    folder,
    '+refs/remotes/origin/*:refs/heads/*',
  ]);
  await runGit(directory, ['update-ref', '-d', 'refs/heads/HEAD']);
  await runGit(directory, [
    'fetch',
    '--quiet',
    '--no-tags',
    folder,
    '+refs/heads/*:refs/heads/*',
    '+HEAD:refs/seed/head',
  ]);
  const branches = await runGit(directory, ['branch', '--list', 'main']);
  if (branches.length === 0) {
    await runGit(directory, [
      'update-ref',
      'refs/heads/main',
      'refs/seed/head',
    ]);
  }
  await runGit(directory, ['update-ref', '-d', 'refs/seed/head']);
}

/** Branch names that Applications follow, other than main. */
function targetRevisions(files: ReadonlyMap<string, SeedFile>): Set<string> {
  const revisions = new Set<string>();
  for (const [path, { content }] of files) {
    if (!/\.ya?ml$/.test(path)) {
      continue;
    }
    for (const document of parseAllDocuments(content.toString('utf8'))) {
      const isApplication =
        isMap(document.contents) && document.get('kind') === 'Application';
      const manifest = isApplication ? document.toJS() : undefined;
      const sources = [
        manifest?.spec?.source,
        ...(manifest?.spec?.sources ?? []),
      ];
      for (const source of sources) {
        const revision = source?.targetRevision;
        if (typeof revision === 'string' && isOtherBranch(revision)) {
          revisions.add(revision);
        }
      }
    }
  }
  return revisions;
}

/** Not main, and neither a commit nor the version of a chart. */
function isOtherBranch(revision: string) {
  return (
    /^[A-Za-z][\w./-]*$/.test(revision) &&
    !['main', 'HEAD'].includes(revision) &&
    !/^[0-9a-f]{7,40}$|^v?\d/.test(revision)
  );
}
