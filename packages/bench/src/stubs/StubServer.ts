import {
  createServer,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import type { CallLog } from './CallLog';
import { type StubSettings, type StubSource } from './settings';
import { type Rate, TokenBucket } from './TokenBucket';

/** A request with its body. */
export interface StubRequest {
  method: string;
  url: URL;
  headers: IncomingMessage['headers'];
  body: string;
}

/** What a stub makes of a request. */
export interface StubAnswer {
  source: StubSource;
  operation: string;
  /** What was asked about. */
  subject: string;
  /** Absent for what no page has a reason to ask. */
  body?: unknown;
  status?: number;
  headers?: Record<string, string>;
  /** Keeps the answer open and writes these lines at its beginning. */
  stream?: unknown[];
  /** When the stream ends by itself. */
  endsAfterMs?: number;
}

export interface StubServerOptions {
  log: CallLog;
  settings: () => StubSettings;
  answer: (request: StubRequest) => StubAnswer;
  /** How this upstream refuses a call too many. */
  refusal: Pick<StubAnswer, 'status' | 'headers' | 'body'>;
}

const write = (body: unknown) =>
  typeof body === 'string' ? body : (JSON.stringify(body) ?? '{}');

/** One upstream on loopback: counts, waits as long as it is told, refuses above its rate, and answers. */
export class StubServer {
  static async start(options: StubServerOptions): Promise<StubServer> {
    const stub = new StubServer(options);
    await new Promise<void>(resolve => {
      stub.#server.listen(0, '127.0.0.1', resolve);
    });
    return stub;
  }

  readonly #options: StubServerOptions;
  readonly #server: Server;
  #buckets = new Map<string, { rate: Rate; bucket: TokenBucket }>();

  private constructor(options: StubServerOptions) {
    this.#options = options;
    this.#server = createServer((request, response) => {
      this.#serve(request, response).catch(() => response.destroy());
    });
    // A benchmark makes the same calls again after long pauses; a reconnection would be part of its time.
    this.#server.keepAliveTimeout = 120_000;
  }

  get url(): string {
    const { port } = this.#server.address() as AddressInfo;
    return `http://127.0.0.1:${port}`;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise(resolve => this.#server.close(resolve));
  }

  async #serve(incoming: IncomingMessage, response: ServerResponse) {
    const { log, settings, answer, refusal } = this.#options;
    const request = await readRequest(incoming);
    const arrived = performance.now();
    const { latencyMs } = settings();
    log.begin();
    try {
      const made = answer(request);
      const { source, operation, subject } = made;
      const known = made.body !== undefined || made.stream !== undefined;
      const outcome = this.#outcome(source, known);
      log.record(source, operation, subject, outcome);
      const reply = outcome === 'throttled' ? refusal : made;
      // Made before the wait, so that a large answer is not later than a small one.
      const text = write(reply.body);
      await passed(arrived + latencyMs);
      if (made.stream && outcome === 'answered') {
        openStream(response, made.stream, made.endsAfterMs);
        return;
      }
      response.writeHead(known ? (reply.status ?? 200) : 501, {
        'content-type': 'application/json',
        ...reply.headers,
      });
      response.end(text);
    } finally {
      log.end();
    }
  }

  #outcome(source: StubSource, known: boolean) {
    if (!known) return 'unexpected';
    const rate = this.#options.settings().rates[source];
    if (!rate) return 'answered';
    let entry = this.#buckets.get(source);
    if (!entry || entry.rate !== rate) {
      entry = { rate, bucket: new TokenBucket(rate) };
      this.#buckets.set(source, entry);
    }
    return entry.bucket.take() ? 'answered' : 'throttled';
  }
}

async function readRequest(incoming: IncomingMessage): Promise<StubRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  return {
    method: incoming.method ?? '',
    url: new URL(incoming.url ?? '/', 'http://stub'),
    headers: incoming.headers,
    body: Buffer.concat(chunks).toString('utf8'),
  };
}

/** Resolves when a time of `performance.now()` has come. */
function passed(time: number): Promise<void> {
  const wait = time - performance.now();
  return wait > 0
    ? new Promise(resolve => {
        setTimeout(resolve, wait);
      })
    : Promise.resolve();
}

function openStream(
  response: ServerResponse,
  lines: unknown[],
  endsAfterMs: number | undefined,
) {
  response.writeHead(200, { 'content-type': 'application/json' });
  response.flushHeaders();
  for (const line of lines) response.write(`${JSON.stringify(line)}\n`);
  if (endsAfterMs === undefined) return;
  const timer = setTimeout(() => response.end(), endsAfterMs);
  response.on('close', () => clearTimeout(timer));
}
