import assert from 'node:assert/strict';
import { test } from 'node:test';
import { advance } from '../src/states.js';

const order = state => ({ id: 'o1', state, history: [] });

test('an order moves forward only', () => {
  assert.equal(advance(order('placed'), 'reserved').state, 'reserved');
  assert.throws(() => advance(order('placed'), 'paid'), { status: 409 });
  assert.throws(() => advance(order('paid'), 'reserved'), { status: 409 });
  assert.throws(() => advance(order('shipped'), 'compensating'), {
    status: 409,
  });
});

test('every step is written down, and the order before it stays as it was', () => {
  const before = order('placed');
  const after = advance(before, 'rejected', { at: 'now', reason: 'no stock' });
  assert.deepEqual(after.history, [
    { state: 'rejected', at: 'now', reason: 'no stock' },
  ]);
  assert.equal(after.reason, 'no stock');
  assert.deepEqual(before.history, []);
});
