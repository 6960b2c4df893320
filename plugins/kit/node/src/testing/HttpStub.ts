import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';

/** A request as the stub saw it. */
export interface StubRequest {
  method: string;
  /** Path and query as sent, not decoded. */
  path: string;
  headers: IncomingMessage['headers'];
  body: string;
}

/** What the stub answers; `hang` never does, `cut` ends the connection in the middle. */
export type StubReply =
  | {
      status?: number;
      headers?: Record<string, string>;
      body?: unknown;
      /** Milliseconds before it answers. */
      afterMs?: number;
    }
  | 'hang'
  | 'cut';

/** A pretend upstream on loopback for the tests of one client. It records what it is asked. */
export class HttpStub {
  static async start(): Promise<HttpStub> {
    const stub = new HttpStub();
    await new Promise<void>(resolve => {
      stub.#server.listen(0, '127.0.0.1', resolve);
    });
    return stub;
  }

  readonly requests: StubRequest[] = [];
  /** Set by the test. */
  reply: (request: StubRequest) => StubReply | Promise<StubReply> = () => ({
    status: 404,
  });
  readonly #server: Server;

  private constructor() {
    this.#server = createServer(async (request, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) {
        chunks.push(chunk as Buffer);
      }
      const seen: StubRequest = {
        method: request.method ?? '',
        path: request.url ?? '',
        headers: request.headers,
        body: Buffer.concat(chunks).toString('utf8'),
      };
      this.requests.push(seen);
      const reply = await this.reply(seen);
      if (reply === 'hang') {
        return;
      }
      if (reply === 'cut') {
        response.writeHead(200, { 'content-length': '1000' });
        response.write('{');
        request.socket.destroy();
        return;
      }
      if (reply.afterMs) {
        await delay(reply.afterMs, undefined, { ref: false });
      }
      const text =
        typeof reply.body === 'string'
          ? reply.body
          : JSON.stringify(reply.body ?? {});
      response.writeHead(reply.status ?? 200, {
        'content-type': 'application/json',
        ...reply.headers,
      });
      response.end(text);
    });
  }

  get url(): string {
    const { port } = this.#server.address() as AddressInfo;
    return `http://127.0.0.1:${port}`;
  }

  /** Forgets what was asked and how to answer. */
  reset(): void {
    this.requests.length = 0;
    this.reply = () => ({ status: 404 });
  }

  /** Breaks all connections at once, as a server does that is killed; it still listens. */
  kill(): void {
    this.#server.closeAllConnections();
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise(resolve => this.#server.close(resolve));
  }
}
