import assert from 'node:assert/strict';
import { test } from 'node:test';
import { silentLog } from '../src/http/log.js';
import { createOutbox } from '../src/outbox.js';

const order = (id, state) => ({
  id,
  userId: 'u1',
  total: 1,
  currency: 'EUR',
  state,
  source: 'tok_visa',
});

test('tells what matters to others, and never the card', async () => {
  const sent = [];
  const outbox = createOutbox({
    publish: async event => sent.push(event),
    log: silentLog,
  });
  for (const state of ['placed', 'reserved', 'paid', 'confirmed', 'shipped'])
    outbox.add(order('a', state), 'now');
  await outbox.flush();
  assert.deepEqual(
    sent.map(event => event.type),
    ['order.confirmed', 'order.shipped'],
  );
  assert.doesNotMatch(JSON.stringify(sent), /tok_visa/);
});

test('keeps events, in order, while the broker is away', async () => {
  const sent = [];
  let away = true;
  const publish = async event => {
    if (away) throw new Error('connection refused');
    sent.push(event.order.id);
  };
  const outbox = createOutbox({ publish, log: silentLog });
  outbox.add(order('a', 'confirmed'), 'now');
  outbox.add(order('b', 'confirmed'), 'now');
  await outbox.flush();
  assert.equal(outbox.waiting(), 2);
  away = false;
  await outbox.flush();
  assert.deepEqual(sent, ['a', 'b']);
});

test('two flushes at once publish nothing twice', async () => {
  const sent = [];
  const outbox = createOutbox({
    publish: async event => sent.push(event),
    log: silentLog,
  });
  outbox.add(order('a', 'confirmed'), 'now');
  await Promise.all([outbox.flush(), outbox.flush()]);
  assert.equal(sent.length, 1);
});
