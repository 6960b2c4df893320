import type { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import { toError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { documentedEntities } from './documentedEntities';
import type { PluginCaller } from './PluginCaller';
import { readSyncAnswer } from './readSyncAnswer';

/** Longest time for one entity, in milliseconds: a first build reads a repository and takes a second or two. */
const TIMEOUT = 60_000;

/** The stock route to a scheduled task, here to the one that indexes documentation. */
const INDEXING = '.backstage/scheduler/v1/tasks/search_index_techdocs/trigger';

/**
 * Builds documentation before anybody opens it, because search finds only what has been built, and has the search
 * index renewed when there is something new.
 */
export class DocumentationPrebuilder {
  readonly #auth: AuthService;
  readonly #caller: Pick<PluginCaller, 'call'>;
  readonly #catalog: CatalogService;
  readonly #logger: LoggerService;
  readonly #recheckAfter: number;
  readonly #now: () => number;
  readonly #lookedAt = new Map<string, number>();
  // True at first: the index lives in memory, the documentation on disk.
  #indexIsBehind = true;

  constructor(options: {
    auth: AuthService;
    caller: Pick<PluginCaller, 'call'>;
    catalog: CatalogService;
    logger: LoggerService;
    recheckAfter: number;
    /** The clock, in milliseconds. */
    now?: () => number;
  }) {
    this.#auth = options.auth;
    this.#caller = options.caller;
    this.#catalog = options.catalog;
    this.#logger = options.logger;
    this.#recheckAfter = options.recheckAfter;
    this.#now = options.now ?? Date.now;
  }

  /** One round: builds, one after the other, what is new in the catalog or was not looked at for a while. */
  async run(signal: AbortSignal): Promise<void> {
    const entities = await documentedEntities(this.#catalog, this.#auth);
    const present = new Set(entities.map(stringifyEntityRef));
    for (const reference of this.#lookedAt.keys()) {
      if (!present.has(reference)) {
        this.#lookedAt.delete(reference);
      }
    }
    for (const entity of entities) {
      if (signal.aborted) {
        return;
      }
      if (this.#isDue(entity)) {
        await this.#build(entity, signal);
      }
    }
    if (this.#indexIsBehind && entities.length > 0) {
      await this.#renewIndex(signal);
    }
  }

  #isDue(entity: Entity): boolean {
    const last = this.#lookedAt.get(stringifyEntityRef(entity));
    return last === undefined || this.#now() - last >= this.#recheckAfter;
  }

  async #build(entity: Entity, signal: AbortSignal): Promise<void> {
    const reference = stringifyEntityRef(entity);
    const { kind, metadata } = entity;
    const path = [metadata.namespace ?? 'default', kind, metadata.name]
      .map(encodeURIComponent)
      .join('/');
    try {
      const answer = await this.#caller.call('techdocs', `sync/${path}`, {
        signal: AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT)]),
      });
      if (readSyncAnswer(answer)) {
        this.#indexIsBehind = true;
      }
    } catch (error) {
      if (signal.aborted) {
        return;
      }
      this.#logger.warn(
        `No documentation was built for ${reference}`,
        toError(error),
      );
    }
    this.#lookedAt.set(reference, this.#now());
  }

  async #renewIndex(signal: AbortSignal): Promise<void> {
    try {
      await this.#caller.call('search', INDEXING, {
        method: 'POST',
        signal: AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT)]),
      });
      this.#indexIsBehind = false;
    } catch (error) {
      // Usual while indexing runs just then; the next round asks again, and it runs by its own schedule anyway.
      this.#logger.debug(
        'Indexing of documentation did not start',
        toError(error),
      );
    }
  }
}
