import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { createApp } from '../src/app.js';
import { silentLog } from '../src/http/log.js';
import { createOutbox } from '../src/outbox.js';
import { ask } from './ask.js';
import { createFakes } from './fakes.js';

const events = [];
const services = createFakes();
const outbox = createOutbox({
  publish: async event => events.push(event.type),
  log: silentLog,
});
const request = await ask(createApp({ services, outbox, log: silentLog }));
const body = { cartId: 'c1', userId: 'u1', paymentSource: 'tok_visa' };
const place = () => request('POST', '/orders', { body });

beforeEach(() => {
  services.failing.clear();
  services.calls.length = 0;
  events.length = 0;
});

test('places, ships, and then it is too late to cancel', async () => {
  const { status, body: order } = await place();
  assert.deepEqual(
    [status, order.state, order.total],
    [201, 'confirmed', 2_380],
  );
  assert.equal(services.calls.at(-1), 'empty cart');
  assert.equal(
    (await request('POST', `/orders/${order.id}/shipments`)).body.state,
    'shipped',
  );
  assert.equal(
    (await request('POST', `/orders/${order.id}/cancel`)).status,
    409,
  );
  await outbox.flush();
  assert.deepEqual(events, ['order.confirmed', 'order.shipped']);
});

test('an order that cannot be paid is rejected, with the reason', async () => {
  services.failing.add('capture');
  const { body: order } = await place();
  assert.equal(order.state, 'rejected');
  const read = await request('GET', `/orders/${order.id}`);
  assert.match(read.body.reason, /take payment/);
  assert.deepEqual(
    read.body.history.map(step => step.state),
    ['placed', 'reserved', 'compensating', 'rejected'],
  );
});

test('an order stands although its cart cannot be emptied', async () => {
  services.failing.add('empty cart');
  assert.equal((await place()).body.state, 'confirmed');
});

test('lists the newest first, all or those in a state', async () => {
  services.failing.add('capture');
  const { body: rejected } = await place();
  services.failing.clear();
  const { body: confirmed } = await place();
  const list = async query =>
    (await request('GET', `/orders${query}`)).body.map(({ id }) => id);
  assert.deepEqual(await list('?limit=2'), [confirmed.id, rejected.id]);
  assert.equal((await list('?state=rejected'))[0], rejected.id);
  assert.deepEqual(await list('?state=nothing'), []);
  assert.equal((await request('GET', '/orders?limit=0')).status, 400);
});

test('nobody is told the card token', async () => {
  assert.doesNotMatch(JSON.stringify((await place()).body), /tok_visa/);
});

test('refuses what is not complete, and knows no other orders', async () => {
  assert.equal(
    (await request('POST', '/orders', { body: { cartId: 'c1' } })).status,
    400,
  );
  assert.equal((await request('GET', '/orders/none')).status, 404);
});

test('counts outcomes', async () => {
  await place();
  const { body: metrics } = await request('GET', '/metrics');
  assert.match(metrics, /orders_total\{outcome="confirmed"\} [1-9]/);
});
