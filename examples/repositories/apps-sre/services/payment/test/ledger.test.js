import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createLedger } from '../src/ledger.js';

const sent = async () => {};
const paid = ledger =>
  ledger.record({
    orderId: 'o1',
    amount: 1_000,
    currency: 'EUR',
    charge: 'c1',
  });

test('a payment goes from captured over partially refunded to refunded', async () => {
  const ledger = createLedger();
  const { id, state } = paid(ledger);
  assert.equal(state, 'captured');
  assert.equal(
    (await ledger.refund(id, 400, sent)).state,
    'partially-refunded',
  );
  assert.equal((await ledger.refund(id, 600, sent)).state, 'refunded');
  await assert.rejects(ledger.refund(id, 1, sent), { status: 409 });
});

test('two refunds at once return no more than was captured', async () => {
  const ledger = createLedger();
  const { id } = paid(ledger);
  let finish;
  const slow = ledger.refund(
    id,
    700,
    () => new Promise(resolve => (finish = resolve)),
  );
  await assert.rejects(ledger.refund(id, 700, sent), { status: 409 });
  finish();
  assert.equal((await slow).refunded, 700);
});

test('a refund that could not be sent leaves the money to refund', async () => {
  const ledger = createLedger();
  const { id } = paid(ledger);
  const fail = async () => {
    throw new Error('no answer');
  };
  await assert.rejects(ledger.refund(id, 1_000, fail), /no answer/);
  assert.equal((await ledger.refund(id, 1_000, sent)).state, 'refunded');
});

test('refuses amounts that are none', async () => {
  const ledger = createLedger();
  const { id } = paid(ledger);
  for (const amount of [0, -1, 0.5, '1', undefined]) {
    await assert.rejects(ledger.refund(id, amount, sent), { status: 400 });
  }
});
