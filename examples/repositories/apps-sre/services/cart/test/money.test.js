import assert from 'node:assert/strict';
import { test } from 'node:test';
import { allocate, share } from '../src/money.js';

test('rounds half up, not half to even and not down', () => {
  assert.equal(share(50, 1_000), 5);
  assert.equal(share(25, 1_000), 3); // 2.5
  assert.equal(share(45, 1_000), 5); // 4.5
  assert.equal(share(24, 1_000), 2); // 2.4
  assert.equal(share(0, 1_900), 0);
});

test('parts add up to the amount, whatever the weights', () => {
  assert.deepEqual(allocate(100, [1, 1, 1]), [34, 33, 33]);
  assert.deepEqual(allocate(2, [5, 5, 5]), [1, 1, 0]);
  assert.deepEqual(allocate(10, [0, 3]), [0, 10]);
  assert.deepEqual(allocate(0, [1, 2]), [0, 0]);
  for (let cents = 0; cents < 200; cents += 7) {
    const parts = allocate(cents, [199, 1, 1_250, 33]);
    assert.equal(
      parts.reduce((sum, part) => sum + part, 0),
      cents,
    );
  }
});

test('an empty cart shares out nothing', () => {
  assert.deepEqual(allocate(500, []), []);
  assert.deepEqual(allocate(500, [0, 0]), [0, 0]);
});
