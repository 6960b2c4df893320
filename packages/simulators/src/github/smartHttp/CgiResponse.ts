import type { Response } from 'express';

/** Turns what a CGI program prints (headers, an empty line, the body) into an HTTP answer as it comes. */
export class CgiResponse {
  readonly #response: Response;
  #head = Buffer.alloc(0);
  #inBody = false;

  constructor(response: Response) {
    this.#response = response;
  }

  /** Answers false when the client is slower than the program. */
  write(chunk: Buffer): boolean {
    if (this.#inBody) {
      return this.#response.write(chunk);
    }
    this.#head = Buffer.concat([this.#head, chunk]);
    const end = /\r?\n\r?\n/.exec(this.#head.toString('latin1'));
    if (!end) {
      return true;
    }
    this.#inBody = true;
    this.#writeHead(this.#head.toString('latin1', 0, end.index));
    const body = this.#head.subarray(end.index + end[0].length);
    return body.length === 0 || this.#response.write(body);
  }

  /** A program that printed no headers failed. */
  finish(): void {
    if (!this.#inBody && !this.#response.headersSent) {
      this.#response.status(500).type('text/plain');
    }
  }

  #writeHead(head: string): void {
    for (const line of head.split(/\r?\n/)) {
      const colon = line.indexOf(':');
      const name = line.slice(0, colon);
      const value = line.slice(colon + 1).trim();
      if (name.toLowerCase() === 'status') {
        this.#response.status(Number(value.split(' ')[0]));
      } else if (colon > 0) {
        this.#response.setHeader(name, value);
      }
    }
  }
}
