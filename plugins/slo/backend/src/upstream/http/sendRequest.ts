import {
  type Agent as HttpAgent,
  type IncomingMessage,
  request as httpRequest,
} from 'node:http';
import { type Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import { pipeline, Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import { createGunzip } from 'node:zlib';

/** One request, complete: what is sent is exactly this, since a signature covers it. */
export interface OutgoingRequest {
  method: 'GET' | 'POST';
  url: URL;
  headers: Record<string, string>;
  body?: string;
}

/** Statuses for which `Response` allows no body. */
const WITHOUT_BODY = new Set([204, 205, 304]);

/** Bytes that are unpacked at once: each piece costs a turn of the event loop. */
const PIECE = 256 * 1024;

/**
 * Sends a request through an agent, which the global `fetch` cannot be told: client certificates and certificate
 * authorities of one instance are set there. Follows no redirects. Bodies may come in gzip.
 *
 * @throws Error of Node with a `code` when nobody answers; AbortError when the signal ends it, also while the body is read.
 */
export async function sendRequest(
  { url, method, headers, body }: OutgoingRequest,
  options: { signal: AbortSignal; agent: HttpAgent | HttpsAgent },
): Promise<Response> {
  const send = url.protocol === 'https:' ? httpsRequest : httpRequest;
  return new Promise((resolve, reject) => {
    const request = send(
      url,
      {
        ...options,
        method,
        headers: {
          ...headers,
          'Accept-Encoding': 'gzip',
          ...(body !== undefined && {
            'Content-Length': String(Buffer.byteLength(body)),
          }),
        },
      },
      message => resolve(toResponse(message)),
    );
    // Not once: ending a request whose answer has begun may tell of it again.
    request.on('error', reject);
    request.end(body);
  });
}

function toResponse(message: IncomingMessage): Response {
  const status = message.statusCode ?? 500;
  const headers = Object.entries(message.headers).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, String(value)] as [string, string]],
  );
  if (WITHOUT_BODY.has(status)) {
    message.resume();
    return new Response(null, { status, headers });
  }
  const body = Readable.toWeb(decoded(message)) as ReadableStream<Uint8Array>;
  return new Response(body as BodyInit, { status, headers });
}

function decoded(message: IncomingMessage): Readable {
  if (message.headers['content-encoding']?.toLowerCase() !== 'gzip') {
    return message;
  }
  // Faults of either side end the other; whoever reads the body is told.
  return pipeline(message, createGunzip({ chunkSize: PIECE }), () => {});
}
