import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { listen } from '../../http/listen';
import { createWorld, type OwnedWorld } from '../../world/createWorld';
import { settle } from '../../world/settle';
import type { WorldEventMap } from '../../world/types';
import { FORGE_TOKEN } from '../authentication';
import { createGithubSimulator } from '../createGithubSimulator';
import type { GithubForge } from '../forge';

const run = promisify(execFile);

/** A forge that listens, with one repository `apps-sre`, and what tests need to speak to it. */
export interface TestForge {
  world: OwnedWorld;
  forge: GithubForge;
  url: string;
  /** What Octokit is made with, so that it speaks to this forge and logs nothing. */
  octokitOptions: {
    auth: string;
    baseUrl: string;
    log: Record<'debug' | 'info' | 'warn' | 'error', () => void>;
  };
  pushes: WorldEventMap['push'][];
  pulls: WorldEventMap['pull'][];
  /** A folder for clones, gone at the end. */
  folder: string;
  /** What the world logged. */
  logged: string[];
  /** Runs the world's steps until the condition holds, or until they have nothing left to do. */
  settle(condition?: () => boolean): Promise<void>;
  /** Sends a request with the token. */
  request(path: string, options?: RequestInit): Promise<Response>;
  /** Runs the ordinary git client in `folder`, or in a folder below it. */
  git(args: string[], below?: string): Promise<string>;
  /** The clone address with a token in it. */
  remote(token?: string): string;
  /** Writes to a branch as the world itself does. */
  commit(
    branch: string,
    files: Record<string, string | undefined>,
    options?: { from?: string; message?: string },
  ): Promise<string>;
  close(): Promise<void>;
}

/** Starts a forge on a free port. */
export async function startForge(): Promise<TestForge> {
  const folder = mkdtempSync(join(tmpdir(), 'forge-'));
  const logged: string[] = [];
  const world = createWorld({
    stateDirectory: join(folder, 'state'),
    log: line => {
      logged.push(line);
    },
  });
  const pushes: WorldEventMap['push'][] = [];
  const pulls: WorldEventMap['pull'][] = [];
  world.events.on('push', event => {
    pushes.push(event);
  });
  world.events.on('pull', event => {
    pulls.push(event);
  });
  const simulator = createGithubSimulator({ world });
  const listener = await listen(simulator.app, 0);
  world.addresses.set('github', listener.url);
  await world.repositories.create('apps-sre');

  const request: TestForge['request'] = (path, options = {}) =>
    fetch(`${listener.url}${path}`, {
      redirect: 'manual',
      ...options,
      headers: { authorization: `token ${FORGE_TOKEN}`, ...options.headers },
    });

  return {
    ...{ world, forge: simulator.forge, url: listener.url, pushes, pulls },
    ...{ folder, request, logged },
    settle: condition => settle(world, condition),
    octokitOptions: {
      auth: FORGE_TOKEN,
      baseUrl: `${listener.url}/api/v3`,
      log: { debug() {}, info() {}, warn() {}, error() {} },
    },
    async git(args, below = '.') {
      const { stdout, stderr } = await run('git', args, {
        cwd: join(folder, below),
        env: {
          PATH: process.env.PATH,
          HOME: folder,
          GIT_TERMINAL_PROMPT: '0',
          GIT_CONFIG_NOSYSTEM: '1',
          GIT_AUTHOR_NAME: 'Team checkout',
          GIT_AUTHOR_EMAIL: 'checkout@shopstack.example',
          GIT_COMMITTER_NAME: 'Team checkout',
          GIT_COMMITTER_EMAIL: 'checkout@shopstack.example',
        },
      });
      return stdout + stderr;
    },
    remote: (token = FORGE_TOKEN) =>
      `${listener.url.replace('://', `://x-access-token:${token}@`)}/shopstack/apps-sre.git`,
    commit: (branch, files, { from, message = 'Change files' } = {}) =>
      world.repositories.write('apps-sre', {
        branch,
        from,
        message,
        author: { name: 'Platform', email: 'platform@shopstack.example' },
        changes: new Map(Object.entries(files)),
      }),
    async close() {
      await simulator.close?.();
      await listener.close();
      await world.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
