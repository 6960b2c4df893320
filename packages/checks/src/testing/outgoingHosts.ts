import { subscribe, unsubscribe } from 'node:diagnostics_channel';

const HTTP = 'http.client.request.start';
const FETCH = 'undici:request:create';

/** Notes the hosts of every request that this process makes, by Node's own HTTP client and by fetch. */
export class OutgoingHosts {
  readonly seen = new Set<string>();

  constructor() {
    subscribe(HTTP, this.#onHttp);
    subscribe(FETCH, this.#onFetch);
  }

  stop(): void {
    unsubscribe(HTTP, this.#onHttp);
    unsubscribe(FETCH, this.#onFetch);
  }

  readonly #onHttp = (message: unknown) => {
    const { request } = message as {
      request: { host?: string; getHeader(name: string): unknown };
    };
    this.seen.add(String(request.getHeader('host') ?? request.host));
  };

  readonly #onFetch = (message: unknown) => {
    const { request } = message as { request: { origin?: string | URL } };
    this.seen.add(new URL(String(request.origin)).host);
  };
}
