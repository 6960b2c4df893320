import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cancel, fulfil } from '../src/saga.js';
import { createFakes } from './fakes.js';

const placed = { id: 'o1', state: 'placed', total: 2_380, history: [] };

async function run(failing = [], act = fulfil, order = placed) {
  const services = createFakes({ failing: new Set(failing) });
  const states = [];
  const save = async changed => {
    states.push(changed.state);
    return changed;
  };
  const result = await act(order, { services, save, at: () => 'now' });
  return { result, states, calls: services.calls };
}

test('goes through all steps when all is well', async () => {
  const { states, calls } = await run();
  assert.deepEqual(states, ['reserved', 'paid', 'confirmed']);
  assert.deepEqual(calls, ['reserve', 'capture', 'commit']);
});

test('undoes nothing when the first step fails', async () => {
  const { result, states, calls } = await run(['reserve']);
  assert.deepEqual(states, ['rejected']);
  assert.deepEqual(calls, ['reserve']);
  assert.equal(result.reason, 'reserve stock: reserve is broken');
});

test('releases stock when payment is declined', async () => {
  const { result, states, calls } = await run(['capture']);
  assert.deepEqual(states, ['reserved', 'compensating', 'rejected']);
  assert.deepEqual(calls, ['reserve', 'capture', 'release']);
  assert.match(result.reason, /^take payment/);
});

test('undoes in reverse order', async () => {
  const { calls } = await run(['commit']);
  assert.deepEqual(calls, [
    'reserve',
    'capture',
    'commit',
    'refund',
    'release',
  ]);
});

test('releases stock even when the money could not be returned', async () => {
  const { states, calls } = await run(['commit', 'refund']);
  assert.deepEqual(calls.slice(-2), ['refund', 'release']);
  assert.equal(states.at(-1), 'rejected');
});

test('cancels a confirmed order, and no other', async () => {
  const confirmed = {
    ...placed,
    state: 'confirmed',
    payment: 'payment-1',
    reservation: 'reservation-1',
  };
  const { result, states, calls } = await run([], cancel, confirmed);
  assert.deepEqual(states, ['compensating', 'cancelled']);
  assert.deepEqual(calls, ['refund', 'release']);
  assert.equal(result.state, 'cancelled');
  await assert.rejects(run([], cancel, { ...placed, state: 'shipped' }), {
    status: 409,
  });
});
