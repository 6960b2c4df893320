import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** An Argo CD that lists what a test sets, and streams what a test sends. */
export class StreamStub {
  static async start(): Promise<StreamStub> {
    const stub = new StreamStub();
    await new Promise<void>(resolve => {
      stub.#server.listen(0, '127.0.0.1', resolve);
    });
    return stub;
  }

  /** What the list holds. */
  applications: object[] = [];
  resourceVersion = 10;
  /** A status to answer a list with; 0 hangs. */
  listStatus = 200;
  readonly lists: URL[] = [];
  readonly streams: { url: URL; response: ServerResponse }[] = [];
  readonly #server: Server;

  private constructor() {
    this.#server = createServer((request, response) => {
      const url = new URL(request.url ?? '', 'http://x');
      if (url.pathname.includes('/stream/')) {
        // Like Argo CD, no header before the first frame.
        this.streams.push({ url, response });
        return;
      }
      this.lists.push(url);
      if (this.listStatus === 0) {
        return;
      }
      response.writeHead(this.listStatus, {
        'content-type': 'application/json',
      });
      response.end(
        JSON.stringify({
          metadata: { resourceVersion: `${this.resourceVersion}` },
          items: this.applications.length > 0 ? this.applications : null,
        }),
      );
    });
  }

  get url(): string {
    const { port } = this.#server.address() as AddressInfo;
    return `http://127.0.0.1:${port}`;
  }

  /** Writes text to the latest stream. */
  write(text: string): void {
    this.streams.at(-1)!.response.write(text);
  }

  send(type: string, application: object): void {
    this.write(`${JSON.stringify({ result: { type, application } })}\n`);
  }

  /** Ends the latest stream in order. */
  end(): void {
    this.streams.at(-1)!.response.end();
  }

  /** Breaks the connection of the latest stream. */
  cut(): void {
    this.streams.at(-1)!.response.socket?.destroy();
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise(resolve => this.#server.close(resolve));
  }
}
