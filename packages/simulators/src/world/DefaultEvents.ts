import type { WorldEventMap, WorldEvents } from './types';

type Handler = (event: never) => void | Promise<void>;

/** Hands each event to its handlers in the order they registered; a handler's failure is logged and stops nobody. */
export class DefaultEvents implements WorldEvents {
  readonly #handlers = new Map<keyof WorldEventMap, Set<Handler>>();
  readonly #running = new Set<Promise<void>>();
  readonly #log: (message: string) => void;

  constructor(log: (message: string) => void) {
    this.#log = log;
  }

  on<K extends keyof WorldEventMap>(
    name: K,
    handler: (event: WorldEventMap[K]) => void | Promise<void>,
  ): () => void {
    const handlers = this.#handlers.get(name) ?? new Set();
    this.#handlers.set(name, handlers.add(handler as Handler));
    return () => handlers.delete(handler as Handler);
  }

  emit<K extends keyof WorldEventMap>(name: K, event: WorldEventMap[K]): void {
    for (const handler of [...(this.#handlers.get(name) ?? [])]) {
      const running = this.#handle(name, handler, event as never);
      this.#running.add(running);
      void running.finally(() => this.#running.delete(running));
    }
  }

  /** Resolves when no handler runs any more, those that handlers set off included. */
  async idle(): Promise<void> {
    while (this.#running.size > 0) {
      await Promise.all(this.#running);
    }
  }

  async #handle(name: string, handler: Handler, event: never) {
    try {
      await handler(event);
    } catch (error) {
      this.#log(`a handler of the event ${name} failed: ${describe(error)}`);
    }
  }
}

function describe(error: unknown) {
  return error instanceof Error
    ? (error.stack ?? error.message)
    : String(error);
}
