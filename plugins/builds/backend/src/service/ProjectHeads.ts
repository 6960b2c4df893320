import { createHash } from 'node:crypto';
import type { Observed } from '@shopstack/plugin-kit-common';
import type { ObservedSource } from '@shopstack/plugin-kit-node';
import { FACTS_SECONDS, RUNNING_SECONDS } from './ages';
import type { ExecutorProject, ProjectFacts } from './ExecutorProject';
import type { HistoryReader, ProjectHead } from './HistoryReader';

export interface ProjectHeadsOptions {
  observed: ObservedSource;
  history: HistoryReader;
  /** How old the list of a project may be in which nothing runs. */
  maxAgeSeconds: number;
}

/** Keeps the newest builds of projects fresh: each project is a source of its own. */
export class ProjectHeads {
  readonly #options: ProjectHeadsOptions;

  constructor(options: ProjectHeadsOptions) {
    this.#options = options;
  }

  /** Reads a project anew when it is due; a list in which a build runs is due soon. */
  observe(
    project: ExecutorProject,
    { maxAgeSeconds = this.#options.maxAgeSeconds } = {},
  ): Promise<Observed<ProjectHead>> {
    const { observed, history } = this.#options;
    return observed.observe<ProjectHead>({
      key: headKey(project.key),
      source: project.executor,
      instance: project.instance,
      maxAgeSeconds: ([head]) =>
        head?.running
          ? Math.min(RUNNING_SECONDS, maxAgeSeconds)
          : maxAgeSeconds,
      load: async () => [await history.refresh(project)],
    });
  }

  /**
   * What projects say of themselves, by key; those that could not be read are left out. One reading for all of a place,
   * for one call tells of all of them.
   */
  async facts(
    projects: readonly ExecutorProject[],
  ): Promise<Map<string, ProjectFacts>> {
    const places = new Map<string, ExecutorProject[]>();
    for (const project of projects) {
      const place = `${project.executor} ${project.place}`;
      places.set(place, [...(places.get(place) ?? []), project]);
    }
    const known = await Promise.all(
      [...places].map(([place, group]) => this.#factsOf(place, group)),
    );
    return new Map(known.flat());
  }

  /** Marks projects as due, because something is known to have happened there. */
  async expire(projectKeys: string[]): Promise<void> {
    await this.#options.observed.expire(projectKeys.map(headKey));
  }

  async #factsOf(
    place: string,
    projects: ExecutorProject[],
  ): Promise<[string, ProjectFacts][]> {
    const keys = projects.map(({ key }) => key).sort();
    const hash = createHash('sha256').update(keys.join(' ')).digest('hex');
    const { items } = await this.#options.observed.observe<
      [string, ProjectFacts]
    >({
      key: `projects:${hash}`,
      source: projects[0].executor,
      instance: `projects of ${place}`,
      maxAgeSeconds: FACTS_SECONDS,
      load: () => readFacts(projects),
    });
    return items;
  }
}

/** Throws when none could be read; one that was deleted must not hide the others. */
async function readFacts(
  projects: ExecutorProject[],
): Promise<[string, ProjectFacts][]> {
  const read = await Promise.allSettled(
    projects.map(async project => {
      const facts = await project.readFacts();
      return [project.key, facts] as [string, ProjectFacts];
    }),
  );
  const good = read.flatMap(each =>
    each.status === 'fulfilled' ? [each.value] : [],
  );
  const bad = read.find(each => each.status === 'rejected');
  if (bad && good.length === 0) {
    throw bad.reason;
  }
  return good;
}

function headKey(projectKey: string): string {
  return `builds:${projectKey}`;
}
