import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createIdempotency, fingerprintOf } from '../src/idempotency.js';

test('runs an operation once and repeats its answer', async () => {
  const { once } = createIdempotency();
  let runs = 0;
  const operation = async () => ({ run: (runs += 1) });
  assert.deepEqual(await once('k', { a: 1, b: 2 }, operation), { run: 1 });
  assert.deepEqual(await once('k', { b: 2, a: 1 }, operation), { run: 1 });
  assert.deepEqual(await once('other', { a: 1, b: 2 }, operation), { run: 2 });
});

test('refuses a key that comes back with another request', async () => {
  const { once } = createIdempotency();
  await once('k', { amount: 1 }, async () => 'done');
  await assert.rejects(
    once('k', { amount: 2 }, async () => 'twice'),
    { status: 422 },
  );
});

test('tells a second request to wait while the first runs', async () => {
  const { once } = createIdempotency();
  let finish;
  const first = once('k', {}, () => new Promise(resolve => (finish = resolve)));
  await assert.rejects(
    once('k', {}, async () => 'twice'),
    { status: 409 },
  );
  finish('done');
  assert.equal(await first, 'done');
  assert.equal(await once('k', {}, async () => 'twice'), 'done');
});

test('a failure does not use the key up', async () => {
  const { once } = createIdempotency();
  const fail = async () => {
    throw new Error('no answer');
  };
  await assert.rejects(once('k', {}, fail), /no answer/);
  assert.equal(await once('k', {}, async () => 'second try'), 'second try');
});

test('forgets keys after a day', async () => {
  let time = 0;
  const { once } = createIdempotency({ now: () => time });
  await once('k', { amount: 1 }, async () => 'first');
  time = 24 * 60 * 60 * 1_000;
  assert.equal(await once('k', { amount: 2 }, async () => 'second'), 'second');
});

test('needs a key', async () => {
  const { once } = createIdempotency();
  for (const key of [undefined, '', 'x'.repeat(65)]) {
    await assert.rejects(
      once(key, {}, async () => {}),
      { status: 400 },
    );
  }
});

test('tells requests apart by value and type', () => {
  assert.notEqual(fingerprintOf({ a: 1 }), fingerprintOf({ a: '1' }));
  assert.notEqual(fingerprintOf([1, 2]), fingerprintOf([2, 1]));
  assert.equal(
    fingerprintOf({ a: { c: 1, b: 2 } }),
    fingerprintOf({ a: { b: 2, c: 1 } }),
  );
});
