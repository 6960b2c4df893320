import { NotFoundError } from '@backstage/errors';
import {
  type BranchSnapshot,
  type NameConflict,
  type Plan,
  type PlatformDefaults,
  type RepositoryRole,
  type RepositorySnapshot,
  branchesToRead,
  detectConventions,
  findNameConflicts,
  planCreateService,
} from '@shopstack/plugin-golden-path-common';
import type { GoldenPathConfig } from '../config';
import { loadTemplate } from '../folder/loadTemplate';
import type { ForgeOptions, GitForge } from '../forge/GitForge';
import type { PlanRequest, PlanningService } from './PlanningService';
import { TreeReader } from './TreeReader';

/** Plans on the repositories of a forge. */
export class DefaultPlanningService implements PlanningService {
  readonly #config: GoldenPathConfig;
  readonly #platform: PlatformDefaults;
  readonly #reader: TreeReader;

  constructor(options: {
    config: GoldenPathConfig;
    forge: GitForge;
    /** Address of the forge for a person. */
    forgeUrl: string;
  }) {
    const { config } = options;
    this.#config = config;
    this.#reader = new TreeReader(options.forge);
    this.#platform = {
      forgeUrl: options.forgeUrl,
      owners: {
        apps: config.repositories.apps.owner,
        gitops: config.repositories.gitops.owner,
        infra: config.repositories.infra.owner,
      },
      repositories: {
        apps: config.repositories.apps.name,
        gitops: config.repositories.gitops.name,
        infra: config.repositories.infra.name,
      },
      aws: config.aws,
    };
  }

  async plan(
    { template, values }: PlanRequest,
    options: { signal?: AbortSignal } = {},
  ): Promise<Plan> {
    const skeleton = await loadTemplate(
      this.#config.templatesDirectory,
      template,
    );
    const snapshots = await this.#readAll(options);
    const { gitops } = snapshots;
    const conventions = detectConventions(
      gitops.branch(gitops.defaultBranch)!.tree,
      this.#platform,
      gitops.defaultBranch,
    );
    return planCreateService({
      values,
      skeleton,
      platform: this.#platform,
      snapshots: {
        ...snapshots,
        gitops: await this.#withBranches(
          gitops,
          branchesToRead(conventions),
          options,
        ),
      },
    });
  }

  async findNameConflicts(
    name: string,
    options: { signal?: AbortSignal } = {},
  ): Promise<NameConflict[]> {
    const { apps, gitops, infra } = await this.#readAll(options);
    const named = (snapshot: RepositorySnapshot) => ({
      name: snapshot.name,
      tree: snapshot.branch(snapshot.defaultBranch)!.tree,
    });
    return findNameConflicts(name, {
      apps: named(apps),
      gitops: named(gitops),
      infra: named(infra),
    });
  }

  async #readAll(
    options: ForgeOptions,
  ): Promise<Record<RepositoryRole, RepositorySnapshot>> {
    const [apps, gitops, infra] = await Promise.all([
      this.#read('apps', options),
      this.#read('gitops', options),
      this.#read('infra', options),
    ]);
    return { apps, gitops, infra };
  }

  async #read(
    role: RepositoryRole,
    options: ForgeOptions,
  ): Promise<RepositorySnapshot> {
    const repository = this.#config.repositories[role];
    const { owner, name, branch } = repository;
    const found = await this.#reader.read(repository, branch, options);
    if (!found) {
      throw new NotFoundError(
        `${owner}/${name} has no branch ${branch ?? ''}, or the portal may not see it`,
      );
    }
    return snapshotOf(name, found.name, new Map([[found.name, found]]));
  }

  /** The same repository with the other branches that a new service is written to. */
  async #withBranches(
    snapshot: RepositorySnapshot,
    names: string[],
    options: ForgeOptions,
  ): Promise<RepositorySnapshot> {
    const repository = this.#config.repositories.gitops;
    const branches = new Map<string, BranchSnapshot>();
    await Promise.all(
      [...new Set([snapshot.defaultBranch, ...names])].map(async name => {
        const found =
          snapshot.branch(name) ??
          (await this.#reader.read(repository, name, options));
        if (found) {
          branches.set(name, found);
        }
      }),
    );
    return snapshotOf(snapshot.name, snapshot.defaultBranch, branches);
  }
}

function snapshotOf(
  name: string,
  defaultBranch: string,
  branches: ReadonlyMap<string, BranchSnapshot>,
): RepositorySnapshot {
  return { name, defaultBranch, branch: branch => branches.get(branch) };
}
