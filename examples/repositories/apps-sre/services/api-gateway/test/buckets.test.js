import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { createBuckets } from '../src/buckets.js';

let time;
let buckets;
beforeEach(() => {
  time = 0;
  buckets = createBuckets({ burst: 3, perSecond: 2, now: () => time });
});
const takeAll = client => [1, 2, 3].map(() => buckets.take(client));

test('allows a burst, then says how long to wait', () => {
  assert.deepEqual(takeAll('a'), [0, 0, 0]);
  assert.equal(buckets.take('a'), 1);
});

test('fills with time, one token each half second here', () => {
  takeAll('a');
  time = 499;
  assert.equal(buckets.take('a'), 1);
  time = 500;
  assert.equal(buckets.take('a'), 0);
  assert.equal(buckets.take('a'), 1);
});

test('never holds more than the burst', () => {
  buckets.take('a');
  time = 3_600_000;
  assert.deepEqual(takeAll('a'), [0, 0, 0]);
  assert.equal(buckets.take('a'), 1);
});

test('one client does not use up the tokens of another', () => {
  takeAll('a');
  assert.equal(buckets.take('b'), 0);
});

test('forgets clients that have been quiet', () => {
  takeAll('a');
  buckets.take('b');
  time = 600;
  buckets.sweep();
  assert.equal(buckets.size(), 1);
  time = 1_500;
  buckets.sweep();
  assert.equal(buckets.size(), 0);
});
