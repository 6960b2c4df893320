import { InputError, NotFoundError } from '@backstage/errors';
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type {
  Clock,
  FileChanges,
  GitCommit,
  Repositories,
  WorldEvents,
} from '../world/types';
import { readBlobs } from './blobs';
import { readCommit, readLog } from './commits';
import { listChangedPaths } from './differences';
import { RecentMap } from './RecentMap';
import { listReferences } from './references';
import {
  assertRevision,
  isReferenceName,
  requireRevision,
  resolveRevision,
} from './revisions';
import { GitError, runGit, runGitForCode } from './runGit';
import { serialize } from './serialize';
import { listTree } from './trees';
import { workRoot } from './workDirectory';
import { writeBranch } from './writeBranch';

const BRANCHES = 'refs/heads/';
/** Trees read as a whole that are kept, by commit and folder: what a sync reads again and again. */
const KEPT_TREES = 64;

/** Bare repositories `<root>/<name>.git`, read and written through the git command (2.30 or later). */
export class GitRepositories implements Repositories {
  /** Opens the folder, making it when it is not there, and clears what a killed process left half done. */
  static create(options: {
    root: string;
    events: WorldEvents;
    clock: Clock;
  }): GitRepositories {
    const { root, events, clock } = options;
    mkdirSync(root, { recursive: true });
    rmSync(workRoot(root), { recursive: true, force: true });
    return new GitRepositories(root, events, clock);
  }

  readonly #trees = new RecentMap<string, Map<string, string>>(KEPT_TREES);

  readonly #root: string;
  readonly #events: WorldEvents;
  readonly #clock: Clock;

  private constructor(root: string, events: WorldEvents, clock: Clock) {
    this.#root = root;
    this.#events = events;
    this.#clock = clock;
  }

  async names(): Promise<string[]> {
    const entries = await readdir(this.#root);
    return entries
      .filter(name => name.endsWith('.git'))
      .filter(name => existsSync(join(this.#root, name, 'HEAD')))
      .map(name => name.slice(0, -'.git'.length))
      .sort();
  }

  directory(repository: string): string {
    if (!/^[A-Za-z0-9_-][A-Za-z0-9._-]*$/.test(repository)) {
      throw new InputError(`Not a name of a repository: '${repository}'`);
    }
    return join(this.#root, `${repository}.git`);
  }

  async create(repository: string): Promise<void> {
    const directory = this.directory(repository);
    await mkdir(directory, { recursive: true });
    // Also right for one that is there, and for one whose creation was cut short.
    await runGit(directory, ['init', '--quiet', '--bare']);
    if (!(await resolveRevision(directory, 'HEAD'))) {
      await runGit(directory, ['symbolic-ref', 'HEAD', `${BRANCHES}main`]);
    }
  }

  async resolve(repository: string, ref: string): Promise<string | undefined> {
    return resolveRevision(this.#existing(repository), ref);
  }

  async branches(repository: string): Promise<{ name: string; sha: string }[]> {
    const found = await listReferences(this.#existing(repository), BRANCHES);
    return found.map(({ name, sha }) => ({
      name: name.slice(BRANCHES.length),
      sha,
    }));
  }

  async commit(repository: string, ref: string): Promise<GitCommit> {
    const directory = this.#existing(repository);
    assertRevision(ref);
    return readCommit(directory, ref);
  }

  async log(
    repository: string,
    options: { ref: string; path?: string; max?: number; skip?: number },
  ): Promise<GitCommit[]> {
    const directory = this.#existing(repository);
    const ref = await requireRevision(directory, options.ref);
    return readLog(directory, { ...options, ref });
  }

  async listFiles(
    repository: string,
    ref: string,
    under?: string,
  ): Promise<string[]> {
    const directory = this.#existing(repository);
    const sha = await requireRevision(directory, ref);
    const entries = await listTree(directory, sha, { recursive: true, under });
    return entries.map(entry => entry.path);
  }

  async readFile(
    repository: string,
    ref: string,
    path: string,
  ): Promise<string | undefined> {
    const directory = this.#existing(repository);
    assertRevision(ref);
    try {
      const args = ['cat-file', 'blob', `${ref}:${path}`];
      return (await runGit(directory, args)).toString('utf8');
    } catch (error) {
      if (!(error instanceof GitError)) throw error;
      // A ref that is not there is the caller's mistake; a file that is not there is an answer.
      await requireRevision(directory, ref);
      return undefined;
    }
  }

  async readTree(
    repository: string,
    ref: string,
    under?: string,
  ): Promise<Map<string, string>> {
    const directory = this.#existing(repository);
    const sha = await requireRevision(directory, ref);
    const key = `${directory}\0${sha}\0${under ?? ''}`;
    let files = this.#trees.get(key);
    if (!files) {
      files = await readTexts(directory, sha, under);
      this.#trees.set(key, files);
    }
    return new Map(files);
  }

  async changedFiles(
    repository: string,
    from: string,
    to: string,
  ): Promise<string[]> {
    const directory = this.#existing(repository);
    return listChangedPaths(
      directory,
      await requireRevision(directory, from),
      await requireRevision(directory, to),
    );
  }

  async isAncestor(
    repository: string,
    ancestor: string,
    descendant: string,
  ): Promise<boolean> {
    const directory = this.#existing(repository);
    const shas = await Promise.all([
      resolveRevision(directory, ancestor),
      resolveRevision(directory, descendant),
    ]);
    if (!shas[0] || !shas[1]) {
      return false;
    }
    const args = ['merge-base', '--is-ancestor', shas[0], shas[1]];
    return (await runGitForCode(directory, args)) === 0;
  }

  async write(
    repository: string,
    options: {
      branch: string;
      from?: string;
      message: string;
      author: { name: string; email: string };
      date?: Date;
      changes: FileChanges;
    },
  ): Promise<string> {
    const directory = this.#existing(repository);
    const { branch, date = this.#clock.now() } = options;
    if (!isReferenceName(branch)) {
      throw new InputError(`Not a name of a branch: '${branch}'`);
    }
    const { before, after } = await serialize(directory, () =>
      writeBranch(directory, { ...options, date }),
    );
    if (before !== after) {
      this.#events.emit('push', { repository, branch, before, after });
    }
    return after;
  }

  #existing(repository: string): string {
    const directory = this.directory(repository);
    if (!existsSync(join(directory, 'HEAD'))) {
      throw new NotFoundError(`There is no repository '${repository}'`);
    }
    return directory;
  }
}

async function readTexts(directory: string, sha: string, under?: string) {
  const entries = await listTree(directory, sha, { recursive: true, under });
  const files = entries.filter(entry => entry.type === 'blob');
  const blobs = await readBlobs(
    directory,
    files.map(entry => entry.sha),
  );
  return new Map(
    files.map(({ path, sha: blob }) => [
      path,
      blobs.get(blob)?.toString('utf8') ?? '',
    ]),
  );
}
