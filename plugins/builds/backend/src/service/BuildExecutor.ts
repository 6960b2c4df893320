import type { Entity } from '@backstage/catalog-model';
import type { Build } from '@shopstack/plugin-builds-common';
import type { SourceStatus } from '@shopstack/plugin-kit-common';

/** One place at an executor where builds of an entity run: a project, a workflow. */
export interface BuildTarget {
  /** Unique over all executors. */
  key: string;
  instance: string;
  /**
   * The latest builds.
   *
   * @throws UpstreamError for every fault.
   */
  load(): Promise<Build[]>;
}

/** What an executor would read for an entity. */
export interface BuildTargets {
  targets: BuildTarget[];
  /** What the entity names and the portal cannot read, each with the reason. */
  problems: SourceStatus[];
}

/** Something that runs builds. Each lives in a folder of its own under `upstream/`. */
export interface BuildExecutor {
  /** Its name as a source. */
  readonly source: string;
  /** The annotation by which an entity names it. */
  readonly annotation: string;
  /** Answers no target where the entity does not name this executor. */
  find(entity: Entity): BuildTargets;
}
