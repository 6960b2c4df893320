import {
  Agent,
  createServer,
  request as openRequest,
  type Server,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { pipeline } from 'node:stream/promises';
import { setTimeout as sleep } from 'node:timers/promises';

/** The way to an upstream: it counts requests and makes each late, as a network does. */
export class LatePath {
  readonly url: string;
  /** Method and path of every request since `forget`. */
  calls: string[] = [];
  /** Before a request is handed on. */
  latencyMs = 0;
  readonly #server: Server;

  private constructor(server: Server) {
    this.#server = server;
    this.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  static async to(upstream: string): Promise<LatePath> {
    const agent = new Agent({ keepAlive: true });
    const server = createServer();
    await new Promise<void>(resolve => {
      server.listen(0, '127.0.0.1', resolve);
    });
    const path = new LatePath(server);
    server.on('request', async (request, response) => {
      path.calls.push(`${request.method} ${request.url?.split('?')[0]}`);
      if (path.latencyMs) await sleep(path.latencyMs);
      const onward = openRequest(
        `${upstream}${request.url}`,
        { method: request.method, headers: request.headers, agent },
        async answer => {
          response.writeHead(answer.statusCode!, answer.headers);
          await pipeline(answer, response).catch(() => response.destroy());
        },
      );
      onward.on('error', () => response.destroy());
      await pipeline(request, onward).catch(() => response.destroy());
    });
    return path;
  }

  forget(): void {
    this.calls = [];
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise(resolve => this.#server.close(resolve));
  }
}
