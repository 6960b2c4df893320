import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Problem } from './http/problem.js';

const TIMEOUT_MILLISECONDS = 10_000;
const SENT = ['accept', 'accept-language', 'authorization', 'content-type'];
const RETURNED = ['content-type', 'cache-control', 'etag', 'retry-after'];

/**
 * Asks a service on behalf of the page, so that the page needs no other origin than its own.
 *
 * @throws {Problem} 502 when there is no answer in ten seconds
 */
export async function forward(request, response, { url, path }) {
  const headers = { 'x-forwarded-for': request.ip };
  for (const name of SENT) {
    if (request.get(name)) headers[name] = request.get(name);
  }
  const hasBody = !['GET', 'HEAD'].includes(request.method);
  let answer;
  try {
    answer = await fetch(url + path, {
      method: request.method,
      headers,
      body: hasBody ? Readable.toWeb(request) : undefined,
      duplex: hasBody ? 'half' : undefined,
      redirect: 'manual',
      signal: AbortSignal.timeout(TIMEOUT_MILLISECONDS),
    });
  } catch (error) {
    throw new Problem(502, `The shop did not answer (${error.name})`);
  }
  response.status(answer.status);
  for (const name of RETURNED) {
    if (answer.headers.has(name)) {
      response.set(name, answer.headers.get(name));
    }
  }
  if (!answer.body) {
    response.end();
    return;
  }
  await pipeline(Readable.fromWeb(answer.body), response);
}
