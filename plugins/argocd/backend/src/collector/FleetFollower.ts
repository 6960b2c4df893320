import { setTimeout as wait } from 'node:timers/promises';
import type { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import { UpstreamError } from '@shopstack/plugin-kit-node';
import type { FleetChange } from '../store/FleetApplication';
import type { FleetStore } from '../store/FleetStore';
import type { FleetEvent, FleetUpstream } from './FleetUpstream';
import { gather } from './gather';

/** Changes of one application come in bursts while it syncs; the pages of Argo CD wait as long. */
const GATHER_MS = 300;

const LONGEST_PAUSE_MS = 30_000;

/** A stream that held this long was well: the next pause is short again. */
const WELL_AFTER_MS = 10_000;

export interface FleetFollowerOptions {
  upstream: FleetUpstream;
  store: FleetStore;
  logger: LoggerService;
  /** For how long one replica follows before another may take over. */
  turnMs: number;
  /** Milliseconds before the first new attempt; doubles with every failure in a row, with jitter. Default 500. */
  firstPauseMs?: number;
  /** Called with what changed, after it is kept. */
  onChange(instance: string, changes: FleetChange[]): Promise<void>;
  /** Called when it begins to fail, and when it is well again. */
  onHealth(instance: string, health: 'failing' | 'well'): Promise<void>;
  now?: () => Date;
}

/** How much one turn did. */
export interface Turn {
  items: number;
  calls: number;
}

/**
 * Follows one instance for a turn: lists all, then watches; after every interruption it lists again, because Argo CD
 * does not repeat what happened meanwhile. It never throws for a fault of Argo CD: it notes it, pauses, and tries again.
 */
export class FleetFollower {
  readonly #options: FleetFollowerOptions;
  #isFailing = false;

  constructor(options: FleetFollowerOptions) {
    this.#options = options;
  }

  async turn(signal: AbortSignal): Promise<Turn> {
    const ending = AbortSignal.any([
      signal,
      AbortSignal.timeout(this.#options.turnMs),
    ]);
    const done: Turn = { items: 0, calls: 0 };
    let failures = 0;
    while (!ending.aborted) {
      const startedAt = this.#now().getTime();
      await this.#listAndWatch(ending, done);
      const held = this.#now().getTime() - startedAt;
      failures = held > WELL_AFTER_MS ? 0 : failures + 1;
      await this.#pause(failures, ending);
    }
    return done;
  }

  async #listAndWatch(ending: AbortSignal, done: Turn): Promise<void> {
    const { upstream } = this.#options;
    try {
      done.calls += 1;
      const { applications, resourceVersion } = await upstream.list();
      done.items += await this.#keep(
        applications.map(application => ({ type: 'present', application })),
        'everyOther',
      );
      await this.#noteHealth('well');
      done.calls += 1;
      await gather(
        upstream.follow(resourceVersion, ending),
        GATHER_MS,
        async events => {
          done.items += await this.#keep(events);
        },
      );
    } catch (error) {
      if (!ending.aborted) {
        await this.#noteFailure(error);
      }
    }
  }

  async #noteFailure(error: unknown): Promise<void> {
    const { upstream, store, logger } = this.#options;
    logger.warn(
      `The applications of ${upstream.instance} cannot be followed: ${stringifyError(error)}`,
    );
    const reason =
      error instanceof UpstreamError
        ? error.message
        : 'The portal could not read it; its log tells why';
    await store.recordFailure(upstream.instance, reason, this.#now());
    await this.#noteHealth('failing');
  }

  async #noteHealth(health: 'failing' | 'well'): Promise<void> {
    const isFailing = health === 'failing';
    if (isFailing !== this.#isFailing) {
      this.#isFailing = isFailing;
      await this.#options.onHealth(this.#options.upstream.instance, health);
    }
  }

  /** Of several events of one application the last counts. */
  async #keep(events: FleetEvent[], gone?: 'everyOther'): Promise<number> {
    const { upstream, store, onChange } = this.#options;
    const last = new Map(
      events.map(event => [
        `${event.application.namespace}/${event.application.name}`,
        event,
      ]),
    );
    const of = (type: FleetEvent['type']) =>
      [...last.values()]
        .filter(event => event.type === type)
        .map(({ application }) => application);
    const changes = await store.apply({
      instance: upstream.instance,
      present: of('present'),
      gone: gone ?? of('gone'),
      at: this.#now(),
    });
    // Also where the fleet shows no difference: the stream tells of changes in parts that are only on the page.
    const told = gone ? changes : unite(changes, events);
    if (told.length > 0) {
      await onChange(upstream.instance, told);
    }
    return changes.length;
  }

  /** With jitter, so that replicas and instances do not come together. */
  async #pause(failures: number, signal: AbortSignal): Promise<void> {
    const first = this.#options.firstPauseMs ?? 500;
    const longest = Math.min(
      first * 2 ** Math.max(failures - 1, 0),
      LONGEST_PAUSE_MS,
    );
    try {
      await wait(longest * (0.5 + Math.random() / 2), undefined, { signal });
    } catch {
      // The turn is over.
    }
  }

  #now(): Date {
    return this.#options.now?.() ?? new Date();
  }
}

/** The changes, and as changes also the applications of which the stream spoke without any. */
function unite(changes: FleetChange[], events: FleetEvent[]): FleetChange[] {
  const keyOf = ({ before, after }: FleetChange) =>
    `${(after ?? before)?.namespace}/${(after ?? before)?.name}`;
  const known = new Set(changes.map(keyOf));
  return [
    ...changes,
    ...events
      .map(({ application }) => ({ before: application, after: application }))
      .filter(change => !known.has(keyOf(change))),
  ];
}
