import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Problem } from './http/problem.js';

const TIMEOUT_MILLISECONDS = 5_000;
const SENT = ['accept', 'accept-language', 'content-type', 'idempotency-key'];
const RETURNED = [
  'content-type',
  'cache-control',
  'etag',
  'location',
  'retry-after',
];

/**
 * Sends a request on to a service and its answer back. Only named headers pass, in both directions: a client cannot
 * claim to be a customer, and a service cannot set cookies.
 *
 * @throws {Problem} 502 when the service does not answer in five seconds
 */
export async function forward(request, response, { url, customer, requestId }) {
  const headers = { 'x-request-id': requestId };
  for (const name of SENT) {
    if (request.get(name)) headers[name] = request.get(name);
  }
  if (customer) headers['x-customer'] = customer;

  const hasBody = !['GET', 'HEAD'].includes(request.method);
  let answer;
  try {
    answer = await fetch(url + request.url, {
      method: request.method,
      headers,
      body: hasBody ? Readable.toWeb(request) : undefined,
      duplex: hasBody ? 'half' : undefined,
      redirect: 'manual',
      signal: AbortSignal.timeout(TIMEOUT_MILLISECONDS),
    });
  } catch (error) {
    throw new Problem(502, `The service did not answer (${error.name})`);
  }

  response.status(answer.status);
  for (const name of RETURNED) {
    if (answer.headers.has(name)) response.set(name, answer.headers.get(name));
  }
  if (!answer.body) {
    response.end();
    return;
  }
  await pipeline(Readable.fromWeb(answer.body), response);
}
