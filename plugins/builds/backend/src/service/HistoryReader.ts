import { createHash } from 'node:crypto';
import type { BuildStatus } from '@shopstack/plugin-builds-common';
import { UpstreamError } from '@shopstack/plugin-kit-node';
import type {
  BuildStore,
  ProjectReach,
  StoredBuild,
} from '../store/BuildStore';
import type {
  ExecutorProject,
  HistoryStretch,
  KnownBuilds,
  ReadBuild,
} from './ExecutorProject';
import { placeBuilds } from './sortKeys';

/** What is noted of the newest builds of a project: it changes when the page does. */
export interface ProjectHead {
  fingerprint: string;
  /** True while a build runs. */
  running: boolean;
}

/** As many of the newest builds are on a first page. */
const HEAD = 25;

/** A write that somebody else overtook is made again on what they wrote. */
const ATTEMPTS = 3;

const RUNNING: BuildStatus[] = ['in-progress', 'queued'];

const EMPTY: ProjectReach = { version: 0, rest: { pending: [] } };

/**
 * Reads projects and keeps what it reads, so that of each project one stretch without gaps is known: from its newest
 * build to its horizon.
 */
export class HistoryReader {
  readonly #store: BuildStore;
  readonly #now: () => Date;
  readonly #deepening = new Map<string, Promise<void>>();

  constructor(store: BuildStore, now: () => Date = () => new Date()) {
    this.#store = store;
    this.#now = now;
  }

  /**
   * Reads the newest builds. Where they meet the known stretch it grows at its top; else they begin a new one, for
   * what lies between is not known.
   *
   * @throws UpstreamError for every fault.
   */
  async refresh(project: ExecutorProject): Promise<ProjectHead> {
    const first = await this.#reachOf(project);
    const isNew = first.version === 0;
    const { key } = project;
    let kept: Promise<ReadonlyMap<string, StoredBuild>> | undefined;
    const stretch = await project.readNewest(async ids => {
      const known = this.#store.known(key, ids);
      kept = known;
      known.catch(() => undefined);
      // Of a project that was never listed hardly anything is known: the executor need not wait for it.
      return isNew ? new Map() : toReads(await known);
    });
    let reach = first;
    for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
      const known =
        (isNew && (await kept)) || (await this.#store.known(key, stretch.ids));
      const placed = this.#place(stretch, known);
      const next = grown(reach, stretch, known, boundsOf(placed));
      const news = onlyRead(placed, onlyNews(stretch.read, known));
      if (await this.#store.extend(key, news, next)) {
        return isNew && attempt === 1 && known.size === 0
          ? headOf(placed)
          : headOf(
              await this.#store.page({ projectKeys: [key] }, { limit: HEAD }),
            );
      }
      // Somebody else wrote meanwhile: again, on what they wrote.
      reach = await this.#reachOf(project);
    }
    return headOf(
      await this.#store.page({ projectKeys: [key] }, { limit: HEAD }),
    );
  }

  /**
   * Reads what lies behind the horizon; all who ask meanwhile share it.
   *
   * @throws UpstreamError for every fault.
   */
  async deepen(project: ExecutorProject): Promise<void> {
    const running = this.#deepening.get(project.key);
    if (running) {
      return running;
    }
    const work = this.#deepenOnce(project).finally(() =>
      this.#deepening.delete(project.key),
    );
    this.#deepening.set(project.key, work);
    return work;
  }

  /**
   * Keeps what was read of one build, in the place that it has or that its time gives it.
   *
   * @returns what is kept.
   */
  async keep(project: ExecutorProject, read: ReadBuild): Promise<ReadBuild> {
    const { id } = read.build;
    const known = await this.#store.known(project.key, [id]);
    const now = this.#now();
    const news = onlyNews([read], known);
    await this.#store.keep(
      project.key,
      placeBuilds([id], news, known, { now }).filter(() => news.length > 0),
    );
    return news[0] ?? known.get(id)?.read ?? read;
  }

  async #deepenOnce(project: ExecutorProject): Promise<void> {
    const reach = await this.#reachOf(project);
    if (!hasMore(reach)) {
      return;
    }
    let stretch: HistoryStretch;
    try {
      stretch = await project.readOlder(reach.rest, this.#knownOf(project));
    } catch (error) {
      if (error instanceof UpstreamError && error.fault === 'rejected') {
        await this.#beginAnew(project, reach);
        return;
      }
      throw error;
    }
    const { ids, read, rest } = stretch;
    const known = await this.#store.known(project.key, ids);
    const placed = placeBuilds(ids, read, known, {
      below: reach.horizon,
      now: this.#now(),
    });
    // Overtaken by a refresh that began anew, the builds are kept and the next one who asks goes on from there.
    await this.#store.extend(
      project.key,
      onlyRead(placed, onlyNews(read, known)),
      {
        version: reach.version,
        top: reach.top ?? boundsOf(placed).top,
        // Lists that are paged by number shift: what comes again lies above.
        horizon: [reach.horizon, boundsOf(placed).horizon]
          .filter(key => key !== undefined)
          .sort()[0],
        rest,
      },
    );
  }

  /** The token of a list may be too old. What is known stays, so the way down again costs lists alone. */
  async #beginAnew(
    project: ExecutorProject,
    { version }: ProjectReach,
  ): Promise<void> {
    const rest = { pending: [] };
    await this.#store.extend(project.key, [], { version, rest });
    await this.refresh(project);
  }

  async #reachOf({ key }: ExecutorProject): Promise<ProjectReach> {
    return (await this.#store.reaches([key])).get(key) ?? EMPTY;
  }

  #knownOf({ key }: ExecutorProject): KnownBuilds {
    return async ids => toReads(await this.#store.known(key, ids));
  }

  #place(
    { ids, read }: HistoryStretch,
    known: ReadonlyMap<string, StoredBuild>,
  ): StoredBuild[] {
    return placeBuilds(ids, read, known, { now: this.#now() });
  }
}

/** The reach of a project after its newest builds were read: it grows at its top, or begins anew. */
function grown(
  reach: ProjectReach,
  { ids, rest }: HistoryStretch,
  known: ReadonlyMap<string, StoredBuild>,
  bounds: { top?: string; horizon?: string },
): ProjectReach {
  const { version, top = '', horizon = '' } = reach;
  const meets = ids.some(id => {
    const key = known.get(id)?.sortKey;
    return key !== undefined && key >= horizon && key <= top;
  });
  return meets && horizon <= (bounds.horizon ?? '')
    ? { version, top: bounds.top, horizon: reach.horizon, rest: reach.rest }
    : { version, ...bounds, rest };
}

function toReads(
  known: ReadonlyMap<string, StoredBuild>,
): Map<string, ReadBuild> {
  return new Map([...known].map(([id, { read }]) => [id, read]));
}

/** Of the newest builds, the newest first. */
function headOf(builds: StoredBuild[]): ProjectHead {
  const newest = builds.slice(0, HEAD).map(({ read }) => read);
  return {
    fingerprint: createHash('sha256')
      .update(JSON.stringify(newest))
      .digest('hex'),
    running: newest.some(isRunning),
  };
}

/** Whether anything lies behind the horizon. */
export function hasMore({ rest }: ProjectReach): boolean {
  return rest.pending.length > 0 || rest.nextToken !== undefined;
}

function isRunning({ build: { status, finishedAt } }: ReadBuild): boolean {
  return RUNNING.includes(status) && finishedAt === undefined;
}

function boundsOf(placed: StoredBuild[]): { top?: string; horizon?: string } {
  const keys = placed.map(({ sortKey }) => sortKey).sort();
  return { top: keys[keys.length - 1], horizon: keys[0] };
}

/**
 * Without what is older than what is known: an answer may have been on its way while another one said that the build
 * is over. Only one that began anew goes on after that.
 */
function onlyNews(
  read: ReadBuild[],
  known: ReadonlyMap<string, StoredBuild>,
): ReadBuild[] {
  return read.filter(({ build, over }) => {
    const kept = known.get(build.id)?.read;
    return over || !kept?.over || kept.build.startedAt !== build.startedAt;
  });
}

function onlyRead(placed: StoredBuild[], read: ReadBuild[]): StoredBuild[] {
  const ids = new Set(read.map(({ build }) => build.id));
  return placed.filter(({ read: { build } }) => ids.has(build.id));
}
