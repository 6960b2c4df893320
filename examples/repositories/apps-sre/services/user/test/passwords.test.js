import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hashPassword, isWeak, verifyPassword } from '../src/passwords.js';

test('knows a password by its hash', async () => {
  const hash = await hashPassword('correct horse battery');
  assert.equal(await verifyPassword('correct horse battery', hash), true);
  assert.equal(await verifyPassword('correct horse batterz', hash), false);
});

test('the same password never makes the same hash', async () => {
  assert.notEqual(
    await hashPassword('a'.repeat(12)),
    await hashPassword('a'.repeat(12)),
  );
});

test('letters that look alike are alike', async () => {
  const hash = await hashPassword('Caf\u00e9 au lait 12');
  assert.equal(await verifyPassword('Cafe\u0301 au lait 12', hash), true);
});

test('reads hashes of an older cost, and knows that they are weak', async () => {
  const hash = await hashPassword('correct horse battery', 1_024);
  assert.equal(await verifyPassword('correct horse battery', hash), true);
  assert.equal(isWeak(hash), true);
  assert.equal(isWeak(await hashPassword('correct horse battery')), false);
});
