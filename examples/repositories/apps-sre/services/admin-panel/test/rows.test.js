import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inState, sortBy } from '../src/rows.js';
import { lowStock } from '../src/stock.js';

const orders = [
  { id: 'o10', state: 'confirmed', total: 900 },
  { id: 'o9', state: 'rejected', total: 10_000, reason: 'declined' },
  { id: 'o1', state: 'confirmed', total: 2_380 },
];
const ids = rows => rows.map(row => row.id);

test('sorts totals as numbers and ids as people do', () => {
  assert.deepEqual(ids(sortBy(orders, 'total')), ['o10', 'o1', 'o9']);
  assert.deepEqual(ids(sortBy(orders, 'id')), ['o1', 'o9', 'o10']);
  assert.deepEqual(ids(sortBy(orders, 'total', 'descending')), [
    'o9',
    'o1',
    'o10',
  ]);
});

test('sorts rows that have no value, and keeps equal ones as they were', () => {
  assert.deepEqual(ids(sortBy(orders, 'reason')), ['o10', 'o1', 'o9']);
  assert.deepEqual(ids(orders), ['o10', 'o9', 'o1']);
});

test('shows one state, or all', () => {
  assert.deepEqual(ids(inState(orders, 'confirmed')), ['o10', 'o1']);
  assert.equal(inState(orders, '').length, 3);
});

test('what runs low comes emptiest first, each by its own threshold', () => {
  const levels = [
    { sku: 'MUG-1001-5', available: 10 },
    { sku: 'MUG-1002-2', available: 9 },
    { sku: 'TEE-2001-5', available: 24 },
    { sku: 'BAG-3001-6', available: 1 },
    { sku: 'BAG-3002-3', available: 5 },
  ];
  const low = lowStock(levels).map(({ sku, threshold }) => [sku, threshold]);
  assert.deepEqual(low, [
    ['BAG-3001-6', 5],
    ['MUG-1002-2', 10],
    ['TEE-2001-5', 25],
  ]);
});
