import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { after, test } from 'node:test';
import { createApp } from '../server/app.js';
import { silentLog } from '../server/http/log.js';
import { ask } from './ask.js';
import { builtPages } from './pages.js';

const service = createServer((request, response) => {
  response.writeHead(200, { 'content-type': 'application/json' });
  response.end(JSON.stringify([request.url]));
});
await new Promise(resolve => service.listen(0, '127.0.0.1', resolve));
after(() => {
  service.closeAllConnections();
  service.close();
});
const url = `http://127.0.0.1:${service.address().port}`;
const request = await ask(
  createApp({
    folder: builtPages(),
    orders: url,
    inventory: 'http://127.0.0.1:1',
    log: silentLog,
  }),
);

test('serves the page', async () => {
  const { body, headers } = await request('GET', '/');
  assert.match(body, /The page/);
  assert.match(
    headers.get('content-security-policy'),
    /frame-ancestors 'none'/,
  );
});

test('reads orders from the service', async () => {
  const { body } = await request('GET', '/api/orders?limit=200');
  assert.deepEqual(body, ['/orders?limit=200']);
});

test('one service that does not answer does not hide the other', async () => {
  assert.equal((await request('GET', '/api/stock')).status, 502);
  assert.equal((await request('GET', '/api/orders')).status, 200);
});

test('passes reads only', async () => {
  assert.equal(
    (await request('POST', '/api/orders', { body: {} })).status,
    404,
  );
});
