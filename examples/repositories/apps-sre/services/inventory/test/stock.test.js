import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { createStock } from '../src/stock.js';

let time;
let stock;
beforeEach(() => {
  time = 0;
  stock = createStock({ now: () => time, onHand: { MUG: 10, TEE: 2 } });
});
const items = (...pairs) => pairs.map(([sku, quantity]) => ({ sku, quantity }));

test('what is reserved is not available, but still on hand', () => {
  stock.reserve('o1', items(['MUG', 4]));
  assert.deepEqual(stock.read('MUG'), {
    sku: 'MUG',
    onHand: 10,
    reserved: 4,
    available: 6,
  });
});

test('reserves all or none', () => {
  assert.throws(() => stock.reserve('o1', items(['MUG', 1], ['TEE', 3])), {
    status: 409,
  });
  assert.equal(stock.read('MUG').reserved, 0);
});

test('adds up an item that is asked for twice', () => {
  assert.throws(() => stock.reserve('o1', items(['TEE', 1], ['TEE', 2])), {
    status: 409,
  });
});

test('an order that asks again gets the reservation it has', () => {
  const first = stock.reserve('o1', items(['MUG', 4]));
  assert.equal(stock.reserve('o1', items(['MUG', 4])).id, first.id);
  assert.equal(stock.read('MUG').reserved, 4);
});

test('commits once, and takes the stock out for good', () => {
  const { id } = stock.reserve('o1', items(['MUG', 4]));
  assert.equal(stock.commit(id).state, 'committed');
  stock.commit(id);
  assert.deepEqual(stock.read('MUG'), {
    sku: 'MUG',
    onHand: 6,
    reserved: 0,
    available: 6,
  });
  stock.release(id);
  assert.equal(stock.read('MUG').onHand, 6);
});

test('releases as often as one likes', () => {
  const { id } = stock.reserve('o1', items(['MUG', 4]));
  stock.release(id);
  stock.release(id);
  stock.release('unknown');
  assert.equal(stock.read('MUG').available, 10);
  assert.throws(() => stock.commit(id), { status: 409 });
});

test('a reservation ends after fifteen minutes', () => {
  const { id } = stock.reserve('o1', items(['MUG', 10]));
  time = 15 * 60 * 1_000 - 1;
  assert.equal(stock.read('MUG').available, 0);
  time += 1;
  assert.equal(stock.read('MUG').available, 10);
  assert.throws(() => stock.commit(id), /expired/);
});

test('a level cannot go below what is reserved', () => {
  stock.reserve('o1', items(['MUG', 4]));
  assert.throws(() => stock.setLevel('MUG', 3), { status: 400 });
  assert.equal(stock.setLevel('MUG', 4).available, 0);
});
