import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createApp } from '../src/app.js';
import { silentLog } from '../src/http/log.js';
import { createStock } from '../src/stock.js';
import { ask } from './ask.js';

const stock = createStock();
const request = await ask(createApp({ stock, log: silentLog }));

test('stock from delivery to shipment', async () => {
  const level = await request('PUT', '/stock/MUG', { body: { onHand: 5 } });
  assert.equal(level.body.available, 5);

  const reserved = await request('POST', '/reservations', {
    body: { orderId: 'o1', items: [{ sku: 'MUG', quantity: 2 }] },
  });
  assert.equal(reserved.status, 201);
  assert.equal((await request('GET', '/stock/MUG')).body.available, 3);

  await request('POST', `/reservations/${reserved.body.id}/commit`);
  assert.deepEqual((await request('GET', '/stock')).body, [
    { sku: 'MUG', onHand: 3, reserved: 0, available: 3 },
  ]);
});

test('an unknown item has no stock', async () => {
  assert.equal((await request('GET', '/stock/NONE')).body.available, 0);
});

test('releasing answers the same the second time', async () => {
  assert.equal((await request('DELETE', '/reservations/gone')).status, 204);
});

test('refuses what is not complete', async () => {
  for (const body of [
    {},
    { orderId: 'o2' },
    { orderId: 'o2', items: [] },
    { orderId: 'o2', items: [{ sku: 'MUG' }] },
  ]) {
    assert.equal(
      (await request('POST', '/reservations', { body })).status,
      400,
    );
  }
  assert.equal(
    (await request('PUT', '/stock/MUG', { body: { onHand: -1 } })).status,
    400,
  );
  assert.equal(
    (await request('POST', '/reservations/none/commit')).status,
    404,
  );
});
