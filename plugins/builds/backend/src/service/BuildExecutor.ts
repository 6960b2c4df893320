import type { Entity } from '@backstage/catalog-model';
import type { BuildExecutorName } from '@shopstack/plugin-builds-common';
import type { SourceStatus } from '@shopstack/plugin-kit-common';
import type { ExecutorProject } from './ExecutorProject';

/** What an executor would read for an entity. */
export interface FoundProjects {
  projects: ExecutorProject[];
  /** What the entity names and the portal cannot read, each with the reason. */
  problems: SourceStatus[];
  /** What else was asked to find them, a search by tags for example. */
  sources: SourceStatus[];
}

/** Something that told of a change, as it comes from the events service. */
export interface ExecutorEvent {
  topic: string;
  payload: unknown;
}

/** Something that runs builds. Each lives in a folder of its own under `upstream/`. */
export interface BuildExecutor {
  /** Its name in our API. */
  readonly name: BuildExecutorName;
  /** Its name as a source. */
  readonly source: string;
  /** The annotations by which an entity names it. */
  readonly annotations: readonly string[];
  /** Topics of the events service that tell of its builds. */
  readonly topics: readonly string[];

  /** Answers no project where the entity does not name this executor; never throws for what the entity names. */
  find(entity: Entity): Promise<FoundProjects>;

  /** Keys of the projects that an event is about; none where it is not understood. */
  changedProjects(event: ExecutorEvent): string[];
}
