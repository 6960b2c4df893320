import type { CompoundEntityRef } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import type {
  Build,
  BuildDetails,
  BuildId,
  BuildLog,
  BuildLogLine,
  BuildPage,
  BuildProject,
  BuildQuery,
} from '@shopstack/plugin-builds-common';
import type { Observed } from '@shopstack/plugin-kit-common';
import type { BuildStore } from '../store/BuildStore';
import type { BuildActions } from './BuildActions';
import type { BuildLogs } from './BuildLogs';
import type { BuildPages } from './BuildPages';
import type { BuildReader } from './BuildReader';
import type {
  BuildsService,
  CallOptions,
  StartRequest,
  UserCallOptions,
} from './BuildsService';
import { decodeCursor } from './cursor';
import type { EntityProjects } from './EntityProjects';
import type { ExecutorProject, ProjectFacts } from './ExecutorProject';
import type { ProjectHead } from './HistoryReader';
import type { ProjectHeads } from './ProjectHeads';

export interface DefaultBuildsServiceOptions {
  projects: EntityProjects;
  heads: ProjectHeads;
  pages: BuildPages;
  reader: BuildReader;
  logs: BuildLogs;
  actions: BuildActions;
  store: BuildStore;
}

/** Finds what an entity names, and hands the question to the part that answers it. */
export class DefaultBuildsService implements BuildsService {
  readonly #parts: DefaultBuildsServiceOptions;

  constructor(parts: DefaultBuildsServiceOptions) {
    this.#parts = parts;
  }

  async listBuilds(
    entityRef: CompoundEntityRef,
    { projectKey, ...query }: BuildQuery,
    { credentials }: CallOptions,
  ): Promise<BuildPage> {
    if (query.cursor !== undefined) {
      // Before anybody is asked.
      decodeCursor(query.cursor);
    }
    const found = await this.#parts.projects.find(entityRef, credentials);
    const all = found.projects;
    const shown = all.filter(({ key }) =>
      [key, undefined].includes(projectKey),
    );
    if (projectKey !== undefined && shown.length === 0) {
      throw new InputError("'projectKey' is none of the entity's projects");
    }
    const [observed, facts] = await this.#observe(all);
    const page = await this.#parts.pages.read(
      shown,
      shown.map(project => observed[all.indexOf(project)]),
      query,
    );
    return {
      ...page,
      sources: [...page.sources, ...found.sources, ...found.problems],
      projects: await this.#describe(all, facts),
    };
  }

  async getBuild(
    entityRef: CompoundEntityRef,
    build: BuildId,
    { credentials }: CallOptions,
  ): Promise<Observed<BuildDetails>> {
    const { projects, reader } = this.#parts;
    const owners = await projects.findOwners(entityRef, build, credentials);
    return reader.details(owners, build.id);
  }

  async readLog(
    entityRef: CompoundEntityRef,
    build: BuildId,
    query: { cursor?: string },
    { credentials }: CallOptions,
  ): Promise<BuildLog> {
    const { projects, logs } = this.#parts;
    const owners = await projects.findOwners(entityRef, build, credentials);
    return logs.read(owners, build.id, query.cursor);
  }

  async readLogTail(
    entityRef: CompoundEntityRef,
    build: BuildId,
    { lines }: { lines: number },
    { credentials }: CallOptions,
  ): Promise<Observed<BuildLogLine>> {
    const { projects, logs } = this.#parts;
    const owners = await projects.findOwners(entityRef, build, credentials);
    return logs.readTail(owners, build.id, lines);
  }

  async downloadLog(
    entityRef: CompoundEntityRef,
    build: BuildId,
    { credentials }: CallOptions,
  ): Promise<AsyncIterable<string>> {
    const { projects, logs } = this.#parts;
    const owners = await projects.findOwners(entityRef, build, credentials);
    return logs.download(owners, build.id);
  }

  async startBuild(
    entityRef: CompoundEntityRef,
    request: StartRequest,
    { credentials }: UserCallOptions,
  ): Promise<Build> {
    const { projects, actions } = this.#parts;
    const found = await projects.find(entityRef, credentials);
    const project = found.projects.find(
      ({ key }) => key === request.projectKey,
    );
    if (!project) {
      throw new InputError("'projectKey' is none of the entity's projects");
    }
    return actions.start(project, request, credentials);
  }

  async retryBuild(
    entityRef: CompoundEntityRef,
    { idempotencyKey, ...build }: BuildId & { idempotencyKey: string },
    { credentials }: UserCallOptions,
  ): Promise<Build> {
    const { projects, actions } = this.#parts;
    const owners = await projects.findOwners(entityRef, build, credentials);
    return actions.retry(owners, { id: build.id, idempotencyKey }, credentials);
  }

  async stopBuild(
    entityRef: CompoundEntityRef,
    build: BuildId,
    { credentials }: UserCallOptions,
  ): Promise<Build> {
    const { projects, actions } = this.#parts;
    const owners = await projects.findOwners(entityRef, build, credentials);
    return actions.stop(owners, build.id);
  }

  /** All at once, so that what they ask for fits into few calls. */
  async #observe(
    projects: ExecutorProject[],
  ): Promise<[Observed<ProjectHead>[], Map<string, ProjectFacts>]> {
    const { heads } = this.#parts;
    const ends = projects.map(project => project.announce());
    try {
      return await Promise.all([
        Promise.all(
          projects.map((project, index) =>
            heads.observe(project).finally(ends[index]),
          ),
        ),
        heads.facts(projects),
      ]);
    } finally {
      ends.forEach(end => end());
    }
  }

  /** After the heads were read: reading them works out the medians. */
  async #describe(
    projects: ExecutorProject[],
    facts: Map<string, ProjectFacts>,
  ): Promise<BuildProject[]> {
    const keys = projects.map(({ key }) => key);
    const reaches = await this.#parts.store.reaches(keys);
    return projects.map(({ key, executor, name, url }) => ({
      key,
      executor,
      name,
      url,
      medianSeconds: reaches.get(key)?.medianSeconds,
      defaultBranch: facts.get(key)?.defaultBranch,
      actions: facts.get(key)?.actions ?? [],
    }));
  }
}
