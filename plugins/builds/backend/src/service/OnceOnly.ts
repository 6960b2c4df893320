import type { LoggerService } from '@backstage/backend-plugin-api';
import {
  ConflictError,
  ServiceUnavailableError,
  stringifyError,
} from '@backstage/errors';
import { toActionError, UpstreamError } from '@shopstack/plugin-kit-node';
import type { RequestStore } from '../store/RequestStore';
import type { ReadBuild } from './ExecutorProject';

/** AWS CodeBuild knows an idempotency token for five minutes; one less leaves time for the call itself. */
const REPEATABLE_MS = 4 * 60_000;

/** Faults after which nobody knows whether it was done; all others come before that. */
const UNCERTAIN = ['timed-out', 'unreachable', 'failed', 'malformed'];

/** One thing that must happen once. */
export interface OnceOnlyRequest {
  /** Hash of who asks for what under which key; also the token for the executor. */
  id: string;
  /** Hash of what is asked. */
  question: string;
  /** Whether the executor starts nothing twice for the same token. */
  repeatable: boolean;
  write: (token: string) => Promise<ReadBuild>;
}

export interface OnceOnlyOptions {
  requests: RequestStore;
  logger: LoggerService;
  now?: () => Date;
}

/**
 * Makes a request once, however often it is asked: the request is noted before the call and its answer after it. Who
 * finds a note without an answer, left by a process that was killed, makes the call again with the same token while
 * the executor still knows it; later nobody can tell what happened, and that is said.
 */
export class OnceOnly {
  readonly #requests: RequestStore;
  readonly #logger: LoggerService;
  readonly #now: () => Date;
  readonly #running = new Map<string, Promise<ReadBuild>>();

  constructor({ requests, logger, now }: OnceOnlyOptions) {
    this.#requests = requests;
    this.#logger = logger;
    this.#now = now ?? (() => new Date());
  }

  /**
   * @throws ConflictError when the executor refuses, or the key was used for something else;
   *   ServiceUnavailableError when it does not answer, or it is not known what an earlier try did.
   */
  async make(request: OnceOnlyRequest): Promise<ReadBuild> {
    const { id, question } = request;
    const running = this.#running.get(`${id} ${question}`);
    if (running) {
      return running;
    }
    const work = this.#make(request).finally(() =>
      this.#running.delete(`${id} ${question}`),
    );
    this.#running.set(`${id} ${question}`, work);
    return work;
  }

  async #make(request: OnceOnlyRequest): Promise<ReadBuild> {
    const { id, question, repeatable, write } = request;
    const now = this.#now();
    const earlier = await this.#requests.begin(id, question, now);
    if (earlier && earlier.question !== question) {
      throw new ConflictError(
        "'idempotencyKey' was used for another request; send a new one",
      );
    }
    if (earlier?.answer) {
      return earlier.answer;
    }
    const age = earlier ? now.getTime() - earlier.askedAt.getTime() : 0;
    if (earlier && (!repeatable || age > REPEATABLE_MS)) {
      throw new ServiceUnavailableError(
        'Whether the first try started a build is not known. Read the list of builds, and start another one if it is not there',
      );
    }
    const answer = await this.#call(id, write);
    try {
      await this.#requests.complete(id, answer);
    } catch (error) {
      // The build runs: that it could not be noted must not look as if it did not.
      this.#logger.error(
        `Could not note that ${answer.build.id} was started: ${stringifyError(error)}`,
      );
    }
    return answer;
  }

  async #call(
    id: string,
    write: (token: string) => Promise<ReadBuild>,
  ): Promise<ReadBuild> {
    try {
      return await write(id);
    } catch (error) {
      if (
        !(error instanceof UpstreamError) ||
        !UNCERTAIN.includes(error.fault)
      ) {
        await this.#requests.forget(id);
      }
      throw toActionError(error);
    }
  }
}
