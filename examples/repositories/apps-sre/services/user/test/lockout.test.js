import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createLockout } from '../src/lockout.js';

function fail(lockout, times) {
  for (let index = 0; index < times; index += 1) lockout.fail('a');
}

test('locks after five failures in a row, for fifteen minutes', () => {
  let time = 1_000;
  const lockout = createLockout({ now: () => time });
  fail(lockout, 4);
  assert.equal(lockout.secondsLeft('a'), 0);
  fail(lockout, 1);
  assert.equal(lockout.secondsLeft('a'), 900);
  assert.equal(lockout.secondsLeft('b'), 0);
  time += 899_500;
  assert.equal(lockout.secondsLeft('a'), 1);
  time += 500;
  assert.equal(lockout.secondsLeft('a'), 0);
});

test('begins to count anew after a success, and after a lock', () => {
  let time = 0;
  const lockout = createLockout({ now: () => time });
  fail(lockout, 4);
  lockout.succeed('a');
  fail(lockout, 4);
  assert.equal(lockout.secondsLeft('a'), 0);
  fail(lockout, 1);
  time = 900_000;
  fail(lockout, 4);
  assert.equal(lockout.secondsLeft('a'), 0);
});
