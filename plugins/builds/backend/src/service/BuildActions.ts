import { createHash } from 'node:crypto';
import { ConflictError, ServiceUnavailableError } from '@backstage/errors';
import type { Build, BuildAction } from '@shopstack/plugin-builds-common';
import { toActionError } from '@shopstack/plugin-kit-node';
import type { BuildReader } from './BuildReader';
import type { StartRequest, UserCallOptions } from './BuildsService';
import type { ExecutorProject, ReadBuild } from './ExecutorProject';
import type { HistoryReader } from './HistoryReader';
import type { OnceOnly } from './OnceOnly';
import type { ProjectHeads } from './ProjectHeads';

type Credentials = UserCallOptions['credentials'];

export interface BuildActionsOptions {
  reader: BuildReader;
  history: HistoryReader;
  heads: ProjectHeads;
  once: OnceOnly;
}

const CANNOT: Record<BuildAction, string> = {
  start: 'no builds can be started from here',
  retry: 'no build can be run once more from here',
  stop: 'no build can be stopped from here',
};

/** What people do to builds. Whether they may was asked before. */
export class BuildActions {
  readonly #options: BuildActionsOptions;

  constructor(options: BuildActionsOptions) {
    this.#options = options;
  }

  async start(
    project: ExecutorProject,
    { sourceVersion, idempotencyKey }: StartRequest,
    credentials: Credentials,
  ): Promise<Build> {
    const { userEntityRef } = credentials.principal;
    const read = await this.#options.once.make({
      id: hash(['start', userEntityRef, project.key, idempotencyKey]),
      question: hash([sourceVersion ?? '']),
      repeatable: project.repeatable,
      write: async token => {
        await this.#require(project, 'start');
        return project.start({ sourceVersion, token });
      },
    });
    return this.#changed(project, read);
  }

  async retry(
    owners: ExecutorProject[],
    { id, idempotencyKey }: { id: string; idempotencyKey: string },
    credentials: Credentials,
  ): Promise<Build> {
    const { project, read } = await this.#find(owners, id);
    const { userEntityRef } = credentials.principal;
    const again = await this.#options.once.make({
      id: hash(['retry', userEntityRef, project.key, id, idempotencyKey]),
      question: hash([id]),
      repeatable: project.repeatable,
      write: async token => {
        if (!read.over) {
          throw new ConflictError('The build still runs; stop it first');
        }
        await this.#require(project, 'retry');
        return project.retry(read, token);
      },
    });
    return this.#changed(project, again);
  }

  async stop(owners: ExecutorProject[], id: string): Promise<Build> {
    const { project, read } = await this.#find(owners, id);
    if (read.over) {
      return read.build;
    }
    await this.#require(project, 'stop');
    try {
      return await this.#changed(project, await project.stop(read));
    } catch (error) {
      throw toActionError(error);
    }
  }

  async #find(owners: ExecutorProject[], id: string) {
    const { project, read, sources } = await this.#options.reader.current(
      owners,
      id,
    );
    if (!read) {
      throw new ServiceUnavailableError(
        `${sources[0]?.reason}. Nothing was changed; try again later`,
      );
    }
    return { project, read };
  }

  async #require(project: ExecutorProject, action: BuildAction): Promise<void> {
    const known = await this.#options.heads.facts([project]);
    const facts = known.get(project.key);
    // Where it is not known the executor itself answers.
    if (facts && !facts.actions.includes(action)) {
      throw new ConflictError(`At ${project.name} ${CANNOT[action]}`);
    }
  }

  /** Keeps what the executor answered, and makes pages read the project anew. */
  async #changed(project: ExecutorProject, read: ReadBuild): Promise<Build> {
    const { history, heads, reader } = this.#options;
    const kept = await history.keep(project, read);
    await reader.expire(project, read.build.id);
    await heads.expire([project.key]);
    return kept.build;
  }
}

function hash(parts: string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}
