import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ConfigReader } from '@backstage/config';
import type { JsonObject } from '@backstage/types';
import { type World, startSimulators } from '@shopstack/simulators';
import { TEMPLATES_DIRECTORY, testRepositories } from './testRepositories';

/** A forge with the three repositories, for tests. */
export interface TestForge {
  world: World;
  url: string;
  /** What a backend on this forge is configured with. */
  data: JsonObject;
  config: ConfigReader;
  /** Branches of golden paths, as `repository:branch`. */
  changeBranches(): Promise<string[]>;
  /** Pull requests of all repositories, as the forge answers them. */
  pullRequests(state?: 'open' | 'closed' | 'all'): Promise<any[]>;
  commit(
    repository: string,
    files: Record<string, string>,
    branch?: string,
  ): Promise<string>;
  close(): Promise<void>;
}

const REPOSITORIES = ['apps-sre', 'cluster-gitops', 'infra-terraform'];

/** Starts a forge on a free port, with small repositories in the conventions of the platform. */
export async function startTestForge(): Promise<TestForge> {
  const stateDirectory = await mkdtemp(join(tmpdir(), 'golden-path-'));
  const simulators = await startSimulators({
    stateDirectory,
    pace: 10_000,
    only: [],
  });
  const { world } = simulators;
  const { url, token } = simulators.answer().simulators.github as {
    url: string;
    token: string;
  };
  const { host } = new URL(url);

  const commit: TestForge['commit'] = (repository, files, branch = 'main') =>
    world.repositories.write(repository, {
      branch,
      message: 'Change files',
      author: { name: 'Platform', email: 'platform@shopstack.example' },
      changes: new Map(Object.entries(files)),
    });
  const repositories = testRepositories(`${url}/shopstack`);
  for (const [name, files] of Object.entries(repositories)) {
    await world.repositories.create(name);
    await commit(name, files);
  }

  const data: JsonObject = {
    integrations: {
      github: [{ host, apiBaseUrl: `${url}/api/v3`, token }],
    },
    goldenPath: {
      host,
      timeoutSeconds: 20,
      cleanUpSeconds: 40,
      templates: { directory: TEMPLATES_DIRECTORY },
      repositories: {
        apps: { owner: 'shopstack', repo: 'apps-sre' },
        gitops: { owner: 'shopstack', repo: 'cluster-gitops' },
        infra: { owner: 'shopstack', repo: 'infra-terraform' },
      },
    },
  };
  return {
    world,
    url,
    data,
    config: new ConfigReader(data),
    commit,
    async changeBranches() {
      const all = await Promise.all(
        REPOSITORIES.map(async name =>
          (await world.repositories.branches(name)).map(
            branch => `${name}:${branch.name}`,
          ),
        ),
      );
      return all.flat().filter(branch => branch.includes(':shopstack/'));
    },
    async pullRequests(state = 'open') {
      const all = await Promise.all(
        REPOSITORIES.map(async name => {
          const response = await fetch(
            `${url}/api/v3/repos/shopstack/${name}/pulls?state=${state}&per_page=100`,
            { headers: { authorization: `token ${token}` } },
          );
          return (await response.json()) as any[];
        }),
      );
      return all.flat();
    },
    async close() {
      await simulators.stop();
      await rm(stateDirectory, { recursive: true, force: true });
    },
  };
}
