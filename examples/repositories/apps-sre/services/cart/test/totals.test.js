import assert from 'node:assert/strict';
import { test } from 'node:test';
import { discountOf, redeem } from '../src/coupons.js';
import { totalsOf } from '../src/totals.js';

const now = new Date('2026-01-01T12:00:00Z');
const mug = { sku: 'MUG', quantity: 3, unitPrice: 333 };
const book = { sku: 'BOOK', quantity: 1, unitPrice: 1_995, taxRate: 700 };

test('adds tax line by line, each at its own rate', () => {
  const totals = totalsOf([mug, book]);
  assert.equal(totals.subtotal, 2_994);
  // 999 * 19 % = 189.81, 1995 * 7 % = 139.65
  assert.deepEqual(
    totals.items.map(line => line.tax),
    [190, 140],
  );
  assert.equal(totals.total, 3_324);
});

test('the lines add up to the total when a coupon does not divide evenly', () => {
  const totals = totalsOf([mug, book], { code: 'WELCOME10', rate: 1_000 });
  assert.equal(totals.discount, 299); // 299.4
  const discounts = totals.items.reduce((sum, line) => sum + line.discount, 0);
  assert.equal(discounts, totals.discount);
  const lines = totals.items.reduce((sum, line) => sum + line.total, 0);
  assert.equal(lines, totals.total);
});

test('a coupon never makes a cart cost less than nothing', () => {
  assert.equal(discountOf({ amount: 500 }, 300), 300);
  assert.equal(totalsOf([{ ...mug, quantity: 1 }], { amount: 500 }).total, 0);
});

test('a coupon stops to count when the cart becomes too small for it', () => {
  const campaign = { code: 'FIVEOFF', amount: 500, minimum: 3_000 };
  assert.equal(totalsOf([mug], campaign).discount, 0);
});

test('a coupon is found whatever its case, and refused when it is over', () => {
  assert.equal(redeem(' welcome10 ', { subtotal: 1, now }).rate, 1_000);
  assert.throws(() => redeem('SUMMER24', { subtotal: 1, now }), /expired/);
  assert.throws(() => redeem('NOPE', { subtotal: 1, now }), /no such coupon/);
  assert.throws(
    () => redeem('FIVEOFF', { subtotal: 2_999, now }),
    /3000 cents/,
  );
});
