import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createApp } from '../src/app.js';
import { silentLog } from '../src/http/log.js';
import { Problem } from '../src/http/problem.js';
import { createSandbox } from '../src/processor.js';
import { ask } from './ask.js';

const sandbox = createSandbox();
let charges = 0;
let broken = false;
const processor = {
  ...sandbox,
  charge: async charge => {
    charges += 1;
    if (broken) throw new Problem(502, 'The card processor answered 503');
    return sandbox.charge(charge);
  },
};
const request = await ask(createApp({ processor, log: silentLog }));
const body = {
  orderId: 'o1',
  amount: 1_250,
  currency: 'EUR',
  source: 'tok_visa',
};
const pay = (key, more) =>
  request('POST', '/payments', {
    body: { ...body, ...more },
    headers: key ? { 'idempotency-key': key } : {},
  });

test('charges once, however often the client asks', async () => {
  const first = await pay('a');
  const second = await pay('a');
  assert.equal(first.status, 201);
  assert.deepEqual(second.body, first.body);
  assert.equal(charges, 1);
  const read = await request('GET', `/payments/${first.body.id}`);
  assert.deepEqual(read.body, first.body);
});

test('says declined, and lets the customer try another card with a new key', async () => {
  assert.equal((await pay('b', { source: 'tok_declined' })).status, 402);
  assert.equal((await pay('c')).status, 201);
});

test('repeats safely after the processor was away', async () => {
  broken = true;
  assert.equal((await pay('d')).status, 502);
  broken = false;
  assert.equal((await pay('d')).status, 201);
});

test('returns money', async () => {
  const { body: payment } = await pay('e');
  const refund = (key, amount) =>
    request('POST', `/payments/${payment.id}/refunds`, {
      body: { amount },
      headers: { 'idempotency-key': key },
    });
  assert.equal((await refund('f', 250)).body.state, 'partially-refunded');
  assert.equal((await refund('f', 250)).body.refunded, 250);
  assert.equal((await refund('g', 2_000)).status, 409);
});

test('refuses what is not complete', async () => {
  assert.equal((await pay(undefined)).status, 400);
  assert.equal((await pay('h', { amount: 12.5 })).status, 400);
  assert.equal((await pay('h', { currency: 'eur' })).status, 400);
  assert.equal((await request('GET', '/payments/none')).status, 404);
});

test('counts outcomes', async () => {
  const { body: metrics } = await request('GET', '/metrics');
  assert.match(metrics, /payments_total\{outcome="declined"\} 1/);
  assert.match(metrics, /payments_total\{outcome="failed"\} 1/);
  assert.match(metrics, /payments_total\{outcome="captured"\} 4/);
});
