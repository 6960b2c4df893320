import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { after, test } from 'node:test';
import { createApp } from '../src/app.js';
import { createAreas } from '../src/areas.js';
import { createBuckets } from '../src/buckets.js';
import { silentLog } from '../src/http/log.js';
import { ask } from './ask.js';
import { bearer } from './bearer.js';

const secret = 'of the test';
const seen = [];
const service = createServer(async (request, response) => {
  let body = '';
  for await (const chunk of request) body += chunk;
  seen.push({
    method: request.method,
    url: request.url,
    headers: request.headers,
    body,
  });
  response.writeHead(201, {
    'content-type': 'application/json',
    'set-cookie': 'a=b',
    etag: '"1"',
  });
  response.end('{"from":"the service"}');
});
await new Promise(resolve => service.listen(0, '127.0.0.1', resolve));
after(() => {
  service.closeAllConnections();
  service.close();
});

const url = `http://127.0.0.1:${service.address().port}`;
const areas = createAreas({
  user: url,
  cart: url,
  order: url,
  catalog: 'http://127.0.0.1:1',
});
const buckets = createBuckets({ burst: 50, perSecond: 1 });
const request = await ask(
  createApp({ areas, buckets, secret, log: silentLog }),
);
const token = bearer(
  { iss: 'user', sub: 'c1', exp: 9_999_999_999 },
  { secret },
);

test('forwards method, path, query and body, and answers what the service did', async () => {
  const answer = await request('POST', '/api/users/a%2Fb?x=1', {
    body: { name: 'N' },
  });
  assert.deepEqual(
    [answer.status, answer.body],
    [201, { from: 'the service' }],
  );
  const { method, url: path, body } = seen.at(-1);
  assert.deepEqual(
    [method, path, JSON.parse(body)],
    ['POST', '/users/a%2Fb?x=1', { name: 'N' }],
  );
});

test('passes only the headers it knows', async () => {
  const headers = {
    'x-customer': 'somebody-else',
    cookie: 'a=b',
    'idempotency-key': 'k1',
  };
  const answer = await request('GET', '/api/carts/1', { headers });
  const received = seen.at(-1).headers;
  assert.equal(received['x-customer'], undefined);
  assert.equal(received.cookie, undefined);
  assert.equal(received['idempotency-key'], 'k1');
  assert.equal(answer.headers.get('set-cookie'), null);
  assert.equal(answer.headers.get('etag'), '"1"');
  assert.equal(answer.headers.get('x-request-id'), received['x-request-id']);
});

test('tells the service who the customer is', async () => {
  assert.equal((await request('GET', '/api/orders/1')).status, 401);
  const answer = await request('GET', '/api/orders/1', {
    headers: { authorization: token },
  });
  assert.equal(answer.status, 201);
  assert.equal(seen.at(-1).headers['x-customer'], 'c1');
});

test('says which services are not there, and which do not answer', async () => {
  assert.equal((await request('GET', '/api/nothing/1')).status, 404);
  assert.equal((await request('GET', '/api/products/1')).status, 404);
  assert.equal((await request('GET', '/api/search?q=mug')).status, 502);
});

test('a customer who asks too much waits, and others do not', async () => {
  const headers = {
    authorization: bearer(
      { iss: 'user', sub: 'greedy', exp: 9_999_999_999 },
      { secret },
    ),
  };
  let answer;
  for (let index = 0; index <= 50; index += 1)
    answer = await request('GET', '/api/carts/1', { headers });
  assert.equal(answer.status, 429);
  assert.equal(answer.headers.get('retry-after'), '1');
  assert.equal(
    (
      await request('GET', '/api/orders/1', {
        headers: { authorization: token },
      })
    ).status,
    201,
  );
});
