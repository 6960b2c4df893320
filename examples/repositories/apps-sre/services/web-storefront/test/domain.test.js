import assert from 'node:assert/strict';
import { test } from 'node:test';
import { countItems, readCartId } from '../src/domain/cartId.js';
import { formatMoney, toCents } from '../src/domain/money.js';
import { stockWords } from '../src/domain/stock.js';

test('reads prices without losing a cent', () => {
  assert.deepEqual(
    ['12.50', '12.5', '12', '0.07', '1.15'].map(toCents),
    [1250, 1250, 1200, 7, 115],
  );
  for (const text of ['', '1.005', '-1', '1,50', 'free', undefined]) {
    assert.throws(() => toCents(text), TypeError);
  }
});

test('writes prices as the customer does', () => {
  assert.equal(formatMoney(123_450, { locale: 'en-GB' }), '€1,234.50');
  assert.equal(
    formatMoney(123_450, { locale: 'de-DE' }).replace(/\s/, ' '),
    '1.234,50 €',
  );
});

test('says in words how much is left', () => {
  const words = [
    { available: false, left: 3 },
    { available: true, left: 1 },
    { available: true, left: 5 },
    { available: true, left: 6 },
    { available: true },
  ].map(stockWords);
  assert.deepEqual(words, [
    'Sold out',
    'Last one',
    '5 left',
    'In stock',
    'In stock',
  ]);
});

test('a browser keeps its cart', () => {
  const values = new Map();
  const storage = {
    getItem: key => values.get(key) ?? null,
    setItem: (key, value) => values.set(key, value),
  };
  assert.equal(
    readCartId(storage, () => 'first'),
    'first',
  );
  assert.equal(
    readCartId(storage, () => 'second'),
    'first',
  );
});

test('a browser that stores nothing has a cart too', () => {
  const storage = {
    getItem() {
      throw new Error('blocked');
    },
  };
  assert.equal(
    readCartId(storage, () => 'first'),
    'first',
  );
});

test('counts items, not lines', () => {
  assert.equal(countItems({ items: [{ quantity: 2 }, { quantity: 1 }] }), 3);
  assert.equal(countItems(undefined), 0);
});
