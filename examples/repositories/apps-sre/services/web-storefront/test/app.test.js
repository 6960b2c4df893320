import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { after, test } from 'node:test';
import { createApp } from '../server/app.js';
import { silentLog } from '../server/http/log.js';
import { ask } from './ask.js';
import { builtPages } from './pages.js';

const seen = [];
const gateway = createServer(async (request, response) => {
  let body = '';
  for await (const chunk of request) body += chunk;
  seen.push({ url: request.url, headers: request.headers, body });
  response.writeHead(409, {
    'content-type': 'application/problem+json',
    'set-cookie': 'a=b',
  });
  response.end('{"detail":"Only 1 left"}');
});
await new Promise(resolve => gateway.listen(0, '127.0.0.1', resolve));
after(() => {
  gateway.closeAllConnections();
  gateway.close();
});
const options = { folder: builtPages(), log: silentLog };
const request = await ask(
  createApp({
    ...options,
    gateway: `http://127.0.0.1:${gateway.address().port}`,
  }),
);

test('every address is the page, and the page is asked for each time', async () => {
  for (const path of ['/', '/kitchen/mugs', '/index.html']) {
    const { status, body, headers } = await request('GET', path);
    assert.equal(status, 200);
    assert.match(body, /The page/);
    assert.equal(headers.get('cache-control'), 'no-cache');
    assert.match(headers.get('content-security-policy'), /default-src 'self'/);
  }
});

test('files with a hash in their name are kept for ever, and no file is a page', async () => {
  const { status, headers } = await request('GET', '/assets/index-4f2a9c1b.js');
  assert.equal(status, 200);
  assert.match(headers.get('cache-control'), /max-age=31536000, immutable/);
  assert.equal((await request('GET', '/assets/index-00000000.js')).status, 404);
});

test('forwards what is below /api', async () => {
  const answer = await request('PUT', '/api/carts/1/items/MUG?x=1', {
    body: { quantity: 2 },
    headers: { authorization: 'Bearer t', cookie: 'a=b' },
  });
  assert.deepEqual(
    [answer.status, answer.body],
    [409, { detail: 'Only 1 left' }],
  );
  assert.equal(answer.headers.get('set-cookie'), null);
  const { url, headers, body } = seen.at(-1);
  assert.deepEqual(
    [url, JSON.parse(body)],
    ['/api/carts/1/items/MUG?x=1', { quantity: 2 }],
  );
  assert.deepEqual(
    [headers.authorization, headers.cookie],
    ['Bearer t', undefined],
  );
});

test('says so when the gateway does not answer', async () => {
  const alone = await ask(
    createApp({ ...options, gateway: 'http://127.0.0.1:1' }),
  );
  assert.equal((await alone('GET', '/api/categories')).status, 502);
});
