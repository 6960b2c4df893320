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

  /** What a project says of itself, the last that was read; undefined while it could not be read. */
  async facts(project: ExecutorProject): Promise<ProjectFacts | undefined> {
    const { items } = await this.#options.observed.observe<ProjectFacts>({
      key: `project:${project.key}`,
      source: project.executor,
      instance: project.instance,
      maxAgeSeconds: FACTS_SECONDS,
      load: async () => [await project.readFacts()],
    });
    return items[0];
  }

  /** Marks projects as due, because something is known to have happened there. */
  async expire(projectKeys: string[]): Promise<void> {
    await this.#options.observed.expire(projectKeys.map(headKey));
  }
}

function headKey(projectKey: string): string {
  return `builds:${projectKey}`;
}
