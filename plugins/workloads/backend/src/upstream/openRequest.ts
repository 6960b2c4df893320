import { request as httpRequest } from 'node:http';
import { type Agent, request as httpsRequest } from 'node:https';
import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';

/** Statuses for which `Response` allows no body. */
const WITHOUT_BODY = new Set([204, 205, 304]);

/**
 * Asks an address that may need a certificate authority of its own, which the global `fetch` cannot be told without a second
 * copy of undici (30 MB). Follows no redirects: an API server makes none.
 *
 * @throws Error of Node with a `code` when nobody answers; AbortError when the signal ends it.
 */
export async function openRequest(
  url: URL,
  options: {
    headers: Record<string, string>;
    signal: AbortSignal;
    agent?: Agent;
  },
): Promise<Response> {
  const send = url.protocol === 'https:' ? httpsRequest : httpRequest;
  return new Promise((resolve, reject) => {
    const request = send(url, options, message => {
      const status = message.statusCode ?? 500;
      const headers = Object.entries(message.headers).flatMap(
        ([name, value]) =>
          value === undefined
            ? []
            : [[name, String(value)] as [string, string]],
      );
      if (WITHOUT_BODY.has(status)) {
        message.resume();
        resolve(new Response(null, { status, headers }));
        return;
      }
      const body = Readable.toWeb(message) as ReadableStream<Uint8Array>;
      resolve(new Response(body as BodyInit, { status, headers }));
    });
    request.once('error', reject);
    request.end();
  });
}
