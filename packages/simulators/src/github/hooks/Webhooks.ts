import { createHmac, randomUUID } from 'node:crypto';
import type { World, WorldEventMap } from '../../world/types';
import { padded } from '../documents';
import type { Links } from '../Links';
import type { PullRequests } from '../pulls/PullRequests';
import { pullPayload } from './pullPayload';
import { pushPayload } from './pushPayload';

/** An address that hears of pushes and pull requests; documents of kind `hook`, id is the address. */
interface Hook {
  url: string;
  secret: string;
}

/** A payload on its way; documents of kind `hook-delivery`. */
interface Delivery {
  id: string;
  url: string;
  event: 'push' | 'pull_request';
  guid: string;
  body: string;
  attempts: number;
  dueAt: string;
}

const TIMEOUT_MS = 5_000;
/** Seconds at normal pace before each further attempt; then the delivery is given up. */
const PAUSES = [1, 5, 30, 120, 300];

/** Delivers events as GitHub does: signed, tried again when refused, kept over a restart until delivered. */
export class Webhooks {
  readonly #running = new Map<string, Promise<void>>();
  readonly #stopped = new AbortController();

  readonly #world: World;
  readonly #pulls: PullRequests;
  readonly #links: () => Links;

  constructor(world: World, pulls: PullRequests, links: () => Links) {
    this.#world = world;
    this.#pulls = pulls;
    this.#links = links;
  }

  add(hook: Hook): void {
    this.#world.store.put<Hook>('hook', hook.url, hook);
  }

  async announcePush(event: WorldEventMap['push']): Promise<void> {
    if (this.#hooks().length > 0) {
      this.#enqueue(
        'push',
        await pushPayload(this.#world, this.#links(), event),
      );
    }
  }

  async announcePull(event: WorldEventMap['pull']): Promise<void> {
    const pull = this.#pulls.get(event.repository, event.number);
    if (pull && this.#hooks().length > 0) {
      const payload = await pullPayload(
        this.#world,
        this.#links(),
        pull,
        event.action,
      );
      this.#enqueue('pull_request', payload);
    }
  }

  /** A step of the world: starts the deliveries that are due, without waiting for them; one at a time per address. */
  step(): void {
    const now = this.#world.clock.now().toISOString();
    for (const delivery of this.#world.store.list<Delivery>('hook-delivery')) {
      if (delivery.dueAt <= now && !this.#running.has(delivery.url)) {
        const running = this.#deliver(delivery).finally(() =>
          this.#running.delete(delivery.url),
        );
        this.#running.set(delivery.url, running);
      }
    }
  }

  async close(): Promise<void> {
    this.#stopped.abort();
    await Promise.all(this.#running.values());
  }

  #hooks(): Hook[] {
    return this.#world.store.list<Hook>('hook');
  }

  #enqueue(event: Delivery['event'], payload: unknown): void {
    const body = JSON.stringify(payload);
    for (const { url } of this.#hooks()) {
      const id = padded(this.#world.store.next('hook-delivery'));
      this.#world.store.put<Delivery>('hook-delivery', id, {
        ...{ id, url, event, body },
        guid: randomUUID(),
        attempts: 0,
        dueAt: this.#world.clock.now().toISOString(),
      });
    }
  }

  async #deliver(delivery: Delivery): Promise<void> {
    const hook = this.#world.store.get<Hook>('hook', delivery.url);
    const failure = hook && (await this.#post(hook, delivery));
    if (this.#stopped.signal.aborted) {
      return;
    }
    const { id, url, event, attempts } = delivery;
    if (failure === undefined) {
      this.#world.store.delete('hook-delivery', id);
    } else if (attempts >= PAUSES.length) {
      this.#world.store.delete('hook-delivery', id);
      this.#world.log(`github: gave up sending ${event} to ${url}: ${failure}`);
    } else {
      this.#world.store.put<Delivery>('hook-delivery', id, {
        ...delivery,
        attempts: attempts + 1,
        dueAt: this.#world.clock.after(PAUSES[attempts]),
      });
    }
  }

  /** Why it failed, or undefined. */
  async #post(hook: Hook, delivery: Delivery): Promise<string | undefined> {
    const signature = createHmac('sha256', hook.secret)
      .update(delivery.body)
      .digest('hex');
    try {
      const response = await fetch(hook.url, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'user-agent': 'GitHub-Hookshot/simulated',
          'x-github-event': delivery.event,
          'x-github-delivery': delivery.guid,
          'x-github-hook-id': '1',
          'x-hub-signature-256': `sha256=${signature}`,
        },
        body: delivery.body,
        signal: AbortSignal.any([
          this.#stopped.signal,
          AbortSignal.timeout(TIMEOUT_MS),
        ]),
      });
      await response.body?.cancel();
      return response.ok ? undefined : `status ${response.status}`;
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    }
  }
}
