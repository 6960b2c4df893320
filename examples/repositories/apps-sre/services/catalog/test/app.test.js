import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { after, beforeEach, test } from 'node:test';
import { createApp } from '../src/app.js';
import { createAssortment } from '../src/assortment.js';
import { silentLog } from '../src/http/log.js';
import { ask } from './ask.js';

const products = Array.from({ length: 101 }, (_, index) => ({
  sku: `MUG-${String(index).padStart(3, '0')}`,
  name: `Mug ${index}`,
  category: 'mugs',
}));
let away = false;
const neighbours = createServer((request, response) => {
  const url = new URL(request.url, 'http://localhost');
  if (away) {
    response.writeHead(503).end();
    return;
  }
  const answer =
    url.pathname === '/stock'
      ? [{ sku: 'MUG-007', available: 2 }]
      : products
          .filter(({ sku }) => sku > url.searchParams.get('after'))
          .slice(0, Number(url.searchParams.get('limit')));
  response.writeHead(200, { 'content-type': 'application/json' });
  response.end(JSON.stringify(answer));
});
await new Promise(resolve => neighbours.listen(0, '127.0.0.1', resolve));
after(() => {
  neighbours.closeAllConnections();
  neighbours.close();
});

const url = `http://127.0.0.1:${neighbours.address().port}`;
const assortment = createAssortment({
  productUrl: url,
  inventoryUrl: url,
  log: silentLog,
});
const request = await ask(createApp({ assortment, log: silentLog }));
beforeEach(async () => {
  away = false;
  await assortment.refresh();
});

test('lists a category with all pages of product, and what is in stock', async () => {
  const { body } = await request('GET', '/categories/kitchen/products');
  assert.equal(body.length, 101);
  assert.deepEqual(
    body.filter(({ available }) => available).map(({ sku }) => sku),
    ['MUG-007'],
  );
  assert.deepEqual(
    (await request('GET', '/categories/bags/products')).body,
    [],
  );
});

test('keeps the last good assortment while a neighbour is away', async () => {
  away = true;
  const before = assortment.readAt();
  await assortment.refresh();
  assert.equal(assortment.readAt(), before);
  assert.equal((await request('GET', '/search?q=mug')).body.length, 101);
});

test('searches, best match first', async () => {
  const { body } = await request('GET', '/search?q=mug%207');
  assert.equal(body[0].sku, 'MUG-007');
});

test('refuses short queries and unknown categories', async () => {
  for (const path of ['/search', '/search?q=a', '/search?q=a&q=b']) {
    assert.equal((await request('GET', path)).status, 400);
  }
  assert.equal((await request('GET', '/categories/cars/products')).status, 404);
});
