import assert from 'node:assert/strict';
import { test } from 'node:test';
import { customerOf } from '../src/tokens.js';
import { bearer } from './bearer.js';

const secret = 'of the test';
const now = 1_000_000;
const claims = { iss: 'user', sub: 'c1', exp: 2_000 };
const read = authorization => customerOf(authorization, { secret, now });

test('knows the customer of a good token', () => {
  assert.equal(read(bearer(claims, { secret })), 'c1');
});

test('refuses tokens that are over, of another issuer or signed by another', () => {
  assert.equal(read(bearer({ ...claims, exp: 1_000 }, { secret })), undefined);
  assert.equal(
    read(bearer({ ...claims, exp: undefined }, { secret })),
    undefined,
  );
  assert.equal(
    read(bearer({ ...claims, iss: 'other' }, { secret })),
    undefined,
  );
  assert.equal(read(bearer(claims, { secret: 'another' })), undefined);
});

test('refuses another algorithm, even with a good signature', () => {
  assert.equal(read(bearer(claims, { secret, alg: 'none' })), undefined);
});

test('refuses what is no token, and everything when no secret is set', () => {
  for (const text of [
    undefined,
    '',
    'Basic YTpi',
    'Bearer',
    'Bearer a.b',
    'Bearer a.b.c',
    'Bearer ..',
  ]) {
    assert.equal(read(text), undefined);
  }
  assert.equal(
    customerOf(bearer(claims, { secret: '' }), { secret: '', now }),
    undefined,
  );
});
