import { createServer, connect, type Server, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';

/** What can go wrong between the portal and an upstream. */
export const FAULTS = [
  'down',
  'blackhole',
  'latency',
  'reset',
  'slice',
  'cut',
  'throttled',
  'unavailable',
  'malformed',
] as const;

export type Fault = (typeof FAULTS)[number];

/** Milliseconds that `latency` holds every answer back. */
const LATENCY_MS = 5_000;

/** `slice` sends so many bytes, each so many milliseconds. */
const SLICE_BYTES = 8;
const SLICE_MS = 100;

const ANSWERS: Partial<Record<Fault, string>> = {
  throttled: answer('429 Too Many Requests', '{}', 'retry-after: 1\r\n'),
  unavailable: answer('503 Service Unavailable', '<html>no</html>'),
  malformed: answer('200 OK', '{"items": [{"metadata": '),
};

function answer(status: string, body: string, headers = ''): string {
  return (
    `HTTP/1.1 ${status}\r\ncontent-type: application/json\r\n${headers}` +
    `content-length: ${Buffer.byteLength(body)}\r\nconnection: close\r\n\r\n${body}`
  );
}

/** Stands between the portal and one upstream on loopback, and breaks the connection in every way that it is told. */
export class FaultProxy {
  static async before(target: string): Promise<FaultProxy> {
    const proxy = new FaultProxy(new URL(target));
    await proxy.#listen(0);
    return proxy;
  }

  readonly #target: URL;
  readonly #sockets = new Set<Socket>();
  #server: Server | undefined;
  #port = 0;
  #fault: Fault | undefined;

  private constructor(target: URL) {
    this.#target = target;
  }

  get url(): string {
    return `http://localhost:${this.#port}`;
  }

  /** From now on for every connection; those that are open are ended, as when a network changes. */
  async set(fault: Fault | undefined): Promise<void> {
    this.#fault = fault;
    this.#endConnections();
    if (fault === 'down') {
      await this.close();
    } else if (!this.#server) {
      await this.#listen(this.#port);
    }
  }

  async close(): Promise<void> {
    const server = this.#server;
    this.#server = undefined;
    if (server) {
      const closed = new Promise(resolve => server.close(resolve));
      this.#endConnections();
      await closed;
    }
  }

  #endConnections(): void {
    for (const socket of this.#sockets) {
      socket.destroy();
    }
  }

  async #listen(port: number): Promise<void> {
    const server = createServer(socket => this.#accept(socket));
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      // No host: over IPv4 and IPv6, whichever `localhost` means first.
      server.listen({ port, host: undefined }, resolve);
    });
    this.#server = server;
    this.#port = (server.address() as AddressInfo).port;
  }

  #keep(socket: Socket): void {
    this.#sockets.add(socket);
    socket.on('close', () => this.#sockets.delete(socket));
    socket.on('error', () => socket.destroy());
  }

  #accept(client: Socket): void {
    this.#keep(client);
    const fault = this.#fault;
    if (fault === 'blackhole') {
      client.resume();
      return;
    }
    if (fault === 'reset') {
      client.once('data', () => client.resetAndDestroy());
      return;
    }
    const said = fault && ANSWERS[fault];
    if (said) {
      client.once('data', () => client.end(said));
      return;
    }
    const upstream = connect(Number(this.#target.port), this.#target.hostname);
    this.#keep(upstream);
    client.pipe(upstream);
    client.on('close', () => upstream.destroy());
    upstream.on('close', () => client.end());
    this.#forward(upstream, client, fault);
  }

  #forward(upstream: Socket, client: Socket, fault: Fault | undefined): void {
    if (fault === 'latency') {
      upstream.on('data', chunk => {
        setTimeout(() => client.writable && client.write(chunk), LATENCY_MS);
      });
    } else if (fault === 'cut') {
      upstream.once('data', chunk => {
        client.write(chunk.subarray(0, Math.ceil(chunk.length / 2)), () =>
          client.destroy(),
        );
      });
    } else if (fault === 'slice') {
      trickle(upstream, client);
    } else {
      upstream.pipe(client);
    }
  }
}

function trickle(upstream: Socket, client: Socket): void {
  let rest = Buffer.alloc(0);
  upstream.on('data', chunk => {
    rest = Buffer.concat([rest, chunk]);
  });
  const timer = setInterval(() => {
    if (rest.length > 0 && client.writable) {
      client.write(rest.subarray(0, SLICE_BYTES));
      rest = rest.subarray(SLICE_BYTES);
    }
  }, SLICE_MS);
  client.on('close', () => clearInterval(timer));
}
