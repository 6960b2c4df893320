import type { RequestListener } from 'node:http';
import { listen, type Listener } from './listen';
import type { PortMemory } from './PortMemory';

/** The name under which the asked-for base port is remembered. */
const BASE = 'base';

/**
 * Listens for all simulators before they are there, so that they know each other's addresses; until one is admitted its port answers
 * 503. A port is the one of the last start, or else the base port and the simulator's place, or else any free one.
 */
export class Gate {
  readonly #memory: PortMemory;
  readonly #base: number;
  readonly #sameBase: boolean;
  readonly #handlers = new Map<string, RequestListener>();
  readonly #listeners: Listener[] = [];

  /** @param base - the first port; 0 for any free ones */
  constructor(memory: PortMemory, base: number) {
    this.#memory = memory;
    this.#base = base;
    this.#sameBase = (memory.get(BASE) ?? 0) === base;
    if (base > 0) {
      memory.set(BASE, base);
    }
  }

  /** Answers the address. */
  async open(name: string, place: number): Promise<string> {
    const remembered = this.#sameBase ? this.#memory.get(name) : undefined;
    const usual = this.#base === 0 ? 0 : this.#base + place;
    const listener = await listen((request, response) => {
      const handler = this.#handlers.get(name);
      if (handler) {
        handler(request, response);
      } else {
        response.writeHead(503, { 'retry-after': '1' }).end();
      }
    }, remembered ?? usual);
    this.#listeners.push(listener);
    this.#memory.set(name, listener.port);
    return listener.url;
  }

  admit(name: string, handler: RequestListener): void {
    this.#handlers.set(name, handler);
  }

  async close(): Promise<void> {
    await Promise.all(this.#listeners.map(listener => listener.close()));
  }
}
