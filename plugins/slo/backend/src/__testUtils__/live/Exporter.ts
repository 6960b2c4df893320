import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One answer of an exporter, by series as the exposition format writes them. */
export interface Scrape {
  /** Unix seconds. */
  at: number;
  values: ReadonlyMap<string, number>;
}

/** The series by which a scrape is found again in the server: the number of the scrape, from 0. */
export const SCRAPE_NUMBER = 'exporter_scrape';

/** An exporter of metrics on loopback whose every number the test decides, and that notes each answer that it gives. */
export class Exporter {
  static async start(): Promise<Exporter> {
    const exporter = new Exporter();
    await new Promise<void>((resolve, reject) => {
      exporter.#server.once('error', reject);
      exporter.#server.listen(0, '127.0.0.1', resolve);
    });
    return exporter;
  }

  /** All answers that were given, the first first. */
  readonly scrapes: Scrape[] = [];
  readonly #values = new Map<string, number>();
  readonly #server: Server;
  #waiting: (() => void)[] = [];

  private constructor() {
    this.#server = createServer((request, response) => {
      if (request.url !== '/metrics') {
        response.writeHead(500).end();
        return;
      }
      response.writeHead(200, { 'Content-Type': 'text/plain; version=0.0.4' });
      response.end(this.#answer());
    });
  }

  /** `host:port` */
  get target(): string {
    const { port } = this.#server.address() as AddressInfo;
    return `127.0.0.1:${port}`;
  }

  set(series: string, value: number): void {
    this.#values.set(series, value);
  }

  add(series: string, events: number): void {
    this.set(series, (this.#values.get(series) ?? 0) + events);
  }

  /** Resolves when another scrape has been answered: what is set from then on is in the one after it. */
  nextScrape(): Promise<void> {
    return new Promise(resolve => {
      this.#waiting.push(resolve);
    });
  }

  close(): Promise<void> {
    const closed = new Promise<void>(resolve => {
      this.#server.close(() => resolve());
    });
    this.#server.closeAllConnections();
    return closed;
  }

  #answer(): string {
    this.set(SCRAPE_NUMBER, this.scrapes.length);
    const values = new Map(this.#values);
    this.scrapes.push({ at: Date.now() / 1000, values });
    const waiting = this.#waiting;
    this.#waiting = [];
    waiting.forEach(resolve => resolve());
    return [...values]
      .map(([series, value]) => `${series} ${value}\n`)
      .join('');
  }
}
