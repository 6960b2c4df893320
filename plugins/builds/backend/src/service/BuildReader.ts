import { NotFoundError } from '@backstage/errors';
import type {
  BuildDetails,
  BuildReport,
} from '@shopstack/plugin-builds-common';
import type { Observed, SourceStatus } from '@shopstack/plugin-kit-common';
import type { ObservedSource } from '@shopstack/plugin-kit-node';
import type { BuildStore } from '../store/BuildStore';
import { FOR_EVER_SECONDS, RUNNING_SECONDS } from './ages';
import type { ExecutorProject, ReadBuild } from './ExecutorProject';
import type { HistoryReader } from './HistoryReader';
import { NOT_YET, waitFor } from './patience';
import { reasonOf } from './reasonOf';

export interface BuildReaderOptions {
  observed: ObservedSource;
  store: BuildStore;
  history: HistoryReader;
  /** How long a build that was never read is waited for, in milliseconds. Default 2,500. */
  patienceMs?: number;
}

/** A build with the project that it is of; no build while it cannot be read. */
export interface CurrentBuild {
  project: ExecutorProject;
  read?: ReadBuild;
  sources: SourceStatus[];
}

/** Reads single builds. One that is over comes from what is kept, without a call. */
export class BuildReader {
  readonly #options: BuildReaderOptions;
  readonly #firstReads = new Map<string, Promise<ReadBuild | undefined>>();

  constructor(options: BuildReaderOptions) {
    this.#options = options;
  }

  /**
   * How a build stands now. `owners` are the projects that it may be of, told from its id.
   *
   * @throws NotFoundError when it is of none of them.
   */
  async current(owners: ExecutorProject[], id: string): Promise<CurrentBuild> {
    const kept = await this.#kept(owners, id);
    if (!kept) {
      return this.#first(owners, id);
    }
    const { project, read } = kept;
    if (read.over) {
      return { ...kept, sources: [statusOf(project, { state: 'ok' })] };
    }
    const { items, sources } = await this.#observe(project, id);
    return { project, read: items[0] ?? read, sources };
  }

  /** As `current`, with what is read only when somebody opens it. */
  async details(
    owners: ExecutorProject[],
    id: string,
  ): Promise<Observed<BuildDetails>> {
    const { project, read, sources } = await this.current(owners, id);
    if (!read) {
      return { items: [], sources };
    }
    const reports = await this.#reports(project, read);
    const { build, variables, log } = read;
    return {
      items: [{ build, variables, log, reports: reports.items }],
      sources: [...sources, ...reports.sources],
    };
  }

  /** Marks what is kept of a build as due, because something was done to it. */
  async expire(project: ExecutorProject, id: string): Promise<void> {
    await this.#options.observed.expire(buildKey(project, id));
  }

  async #kept(owners: ExecutorProject[], id: string) {
    for (const project of owners) {
      const known = await this.#options.store.known(project.key, [id]);
      const read = known.get(id)?.read;
      if (read) {
        return { project, read };
      }
    }
    return undefined;
  }

  /**
   * Looks for a build that was never read. What is asked for may not exist, so only what is found is kept; all who ask
   * at once share the call.
   */
  async #first(owners: ExecutorProject[], id: string): Promise<CurrentBuild> {
    let silent: CurrentBuild | undefined;
    for (const project of owners) {
      const patience = AbortSignal.timeout(this.#options.patienceMs ?? 2_500);
      try {
        const read = await waitFor(this.#firstRead(project, id), patience);
        if (read === NOT_YET) {
          const reason = 'It has not answered yet; ask again';
          silent ??= silentBuild(project, reason);
        } else if (read) {
          return { project, read, sources: [answeredStatus(project)] };
        }
      } catch (error) {
        silent ??= silentBuild(project, reasonOf(error));
      }
    }
    if (silent) {
      return silent;
    }
    throw new NotFoundError('There is no such build');
  }

  #firstRead(
    project: ExecutorProject,
    id: string,
  ): Promise<ReadBuild | undefined> {
    const key = buildKey(project, id);
    const reading = this.#firstReads.get(key) ?? this.#readAndKeep(project, id);
    this.#firstReads.set(key, reading);
    const forget = () => this.#firstReads.delete(key);
    reading.then(forget, forget);
    return reading;
  }

  async #readAndKeep(
    project: ExecutorProject,
    id: string,
  ): Promise<ReadBuild | undefined> {
    const read = await project.readBuild(id);
    return read && this.#options.history.keep(project, read);
  }

  #observe(project: ExecutorProject, id: string): Promise<Observed<ReadBuild>> {
    return this.#options.observed.observe<ReadBuild>({
      key: buildKey(project, id),
      source: project.executor,
      instance: project.instance,
      maxAgeSeconds: ([read]) =>
        read?.over ? FOR_EVER_SECONDS : RUNNING_SECONDS,
      load: async () => {
        const read = await this.#readAndKeep(project, id);
        return read ? [read] : [];
      },
    });
  }

  async #reports(
    project: ExecutorProject,
    read: ReadBuild,
  ): Promise<Observed<BuildReport>> {
    if (!project.hasReports(read)) {
      return { items: [], sources: [] };
    }
    const final = (reports: BuildReport[]) =>
      read.over && reports.every(({ status }) => status !== 'generating');
    return this.#options.observed.observe<BuildReport>({
      // What a build reports once it is over is another thing than what it reported so far.
      key: `reports:${project.key}:${read.build.id}:${read.over ? 'over' : 'running'}`,
      source: project.executor,
      instance: `reports of ${project.instance}`,
      maxAgeSeconds: reports =>
        final(reports) ? FOR_EVER_SECONDS : RUNNING_SECONDS,
      load: () => project.readReports(read),
    });
  }
}

function buildKey(project: ExecutorProject, id: string): string {
  return `build:${project.key}:${id}`;
}

function statusOf(
  { executor, instance }: ExecutorProject,
  status: Pick<SourceStatus, 'state' | 'asOf' | 'since' | 'reason'>,
): SourceStatus {
  return { source: executor, instance, ...status };
}

function answeredStatus(project: ExecutorProject): SourceStatus {
  return statusOf(project, { state: 'ok', asOf: new Date().toISOString() });
}

function silentBuild(project: ExecutorProject, reason: string): CurrentBuild {
  const since = new Date().toISOString();
  const status = statusOf(project, { state: 'unavailable', since, reason });
  return { project, sources: [status] };
}
