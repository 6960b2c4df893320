import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createApp } from '../src/app.js';
import { createCarts } from '../src/carts.js';
import { silentLog } from '../src/http/log.js';
import { ask } from './ask.js';

let available = 5;
const carts = createCarts({ stock: async () => available });
const request = await ask(createApp({ carts, log: silentLog }));
const put = (path, body) => request('PUT', path, { body });

test('an unknown cart is empty', async () => {
  const { status, body } = await request('GET', '/carts/new');
  assert.equal(status, 200);
  assert.deepEqual([body.items, body.total], [[], 0]);
});

test('fills, discounts and empties a cart', async () => {
  await put('/carts/a/items/MUG', { quantity: 2, unitPrice: 1_000 });
  assert.equal((await request('GET', '/carts/a')).body.total, 2_380);

  const discounted = await put('/carts/a/coupon', { code: 'welcome10' });
  assert.equal(discounted.body.coupon, 'WELCOME10');
  assert.equal(discounted.body.total, 2_142);

  await request('DELETE', '/carts/a/items/MUG');
  assert.equal((await request('GET', '/carts/a')).body.total, 0);
  assert.equal((await request('DELETE', '/carts/a')).status, 204);
  assert.equal((await request('GET', '/carts/a')).body.coupon, undefined);
});

test('refuses more than is in stock, and lets a quantity shrink regardless', async () => {
  await put('/carts/b/items/MUG', { quantity: 5, unitPrice: 100 });
  const more = await put('/carts/b/items/MUG', { quantity: 6, unitPrice: 100 });
  assert.equal(more.status, 409);
  assert.match(more.body.detail, /Only 5/);

  available = 0;
  const fewer = await put('/carts/b/items/MUG', {
    quantity: 2,
    unitPrice: 100,
  });
  assert.equal(fewer.status, 200);
});

test('lets a cart be filled while inventory is away', async () => {
  available = undefined;
  const { status } = await put('/carts/c/items/MUG', {
    quantity: 9,
    unitPrice: 1,
  });
  assert.equal(status, 200);
});

test('refuses quantities and prices that are none', async () => {
  for (const body of [
    { quantity: 0, unitPrice: 1 },
    { quantity: 1.5, unitPrice: 1 },
    { quantity: 100, unitPrice: 1 },
    { quantity: 1, unitPrice: -1 },
    { quantity: 1 },
    {},
  ]) {
    assert.equal((await put('/carts/d/items/MUG', body)).status, 400);
  }
});
