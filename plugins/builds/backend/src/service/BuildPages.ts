import type { BuildPage, BuildQuery } from '@shopstack/plugin-builds-common';
import type { Observed, SourceStatus } from '@shopstack/plugin-kit-common';
import type {
  BuildSelection,
  BuildStore,
  ProjectReach,
  StoredBuild,
} from '../store/BuildStore';
import { decodeCursor, encodeCursor } from './cursor';
import type { ExecutorProject } from './ExecutorProject';
import { type HistoryReader, hasMore } from './HistoryReader';
import { waitFor } from './patience';
import { reasonOf } from './reasonOf';
import { NEWEST } from './sortKeys';

type Trouble = Pick<SourceStatus, 'state' | 'since' | 'reason'>;

export type PageQuery = Omit<BuildQuery, 'projectKey'>;

export interface BuildPagesOptions {
  store: BuildStore;
  history: HistoryReader;
  /** How long a page waits for older builds, in milliseconds. Default 2,500. */
  patienceMs?: number;
}

const DEFAULT_LIMIT = 25;

/** How often one page reads on when nothing that it read fits the filter. */
const ROUNDS = 4;

/** Projects that are read on at once: those whose history is known the least far. */
const PROJECTS_A_ROUND = 5;

/**
 * Merges the histories of several projects, newest first. A page only shows what is newer than the horizon of every
 * project that goes on behind it, so that nothing is ever missing between two builds.
 */
export class BuildPages {
  readonly #store: BuildStore;
  readonly #history: HistoryReader;
  readonly #patienceMs: number;

  constructor({ store, history, patienceMs = 2_500 }: BuildPagesOptions) {
    this.#store = store;
    this.#history = history;
    this.#patienceMs = patienceMs;
  }

  /** `heads` are the states of the projects, in their order. Only a page with a cursor reads on. */
  async read(
    projects: ExecutorProject[],
    heads: Observed<unknown>[],
    query: PageQuery,
  ): Promise<Omit<BuildPage, 'projects'>> {
    const { cursor, limit = DEFAULT_LIMIT, status, search } = query;
    const projectKeys = projects.map(({ key }) => key);
    const selection: BuildSelection = { projectKeys, status, search };
    const after = cursor === undefined ? undefined : decodeCursor(cursor);
    const troubles = new Map<string, Trouble>();
    const patience = AbortSignal.timeout(this.#patienceMs);

    let page = await this.#known(selection, { after, limit });
    for (let round = 0; after !== undefined && round < ROUNDS; round += 1) {
      const { blockedBy } = page;
      const behind = projects.filter(({ key }) => blockedBy.includes(key));
      if (behind.length === 0 || troubles.size > 0 || patience.aborted) {
        break;
      }
      await this.#deepen(behind, troubles, patience);
      page = await this.#known(selection, { after, limit });
    }
    return {
      items: page.builds.map(({ read }) => read.build),
      sources: heads.flatMap(({ sources }, index) =>
        sources.map(source => ({
          ...source,
          ...troubles.get(projects[index].key),
        })),
      ),
      total: await this.#store.count(selection),
      nextCursor: page.next && encodeCursor(page.next),
    };
  }

  async #known(
    selection: BuildSelection,
    { after, limit }: { after?: string; limit: number },
  ): Promise<{ builds: StoredBuild[]; next?: string; blockedBy: string[] }> {
    const reaches = await this.#store.reaches(selection.projectKeys);
    const open = [...reaches]
      .filter(([, reach]) => hasMore(reach))
      .sort(([, one], [, other]) =>
        horizonOf(one) < horizonOf(other) ? 1 : -1,
      );
    const horizon = open[0]?.[1].horizon;
    const builds = await this.#store.page(selection, {
      after,
      horizon,
      limit: limit + 1,
    });
    if (builds.length > limit) {
      const shown = builds.slice(0, limit);
      return { builds: shown, next: shown[limit - 1].sortKey, blockedBy: [] };
    }
    if (open.length === 0) {
      return { builds, blockedBy: [] };
    }
    const [next = NEWEST] = [after, horizon].filter(Boolean).sort();
    const blockedBy = open.slice(0, PROJECTS_A_ROUND).map(([key]) => key);
    return { builds, next, blockedBy };
  }

  /** Ends when all were read on, or the patience does; what fails is noted with its reason. */
  async #deepen(
    projects: ExecutorProject[],
    troubles: Map<string, Trouble>,
    patience: AbortSignal,
  ): Promise<void> {
    const waiting = new Set(projects);
    const note = (project: ExecutorProject, reason: string) =>
      troubles.set(project.key, {
        state: 'stale',
        since: new Date().toISOString(),
        reason,
      });
    const reading = projects.map(async project => {
      try {
        await this.#history.deepen(project);
      } catch (error) {
        note(project, reasonOf(error));
      } finally {
        waiting.delete(project);
      }
    });
    await waitFor(Promise.all(reading), patience);
    for (const project of waiting) {
      note(project, 'Its older builds have not come yet; ask again');
    }
  }
}

function horizonOf({ horizon = '' }: ProjectReach): string {
  return horizon;
}
