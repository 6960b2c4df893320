import assert from 'node:assert/strict';
import { test } from 'node:test';
import { search, wordsOf } from '../src/search.js';

const products = [
  { sku: '1', name: 'Café mug', category: 'mugs', available: true },
  { sku: '2', name: 'Travel mug, blue', category: 'mugs', available: false },
  { sku: '3', name: 'Mugshot shirt', category: 'shirts', available: true },
  { sku: '4', name: 'Canvas bag', category: 'bags', available: true },
];
const found = query => search(products, query).map(product => product.sku);

test('whole words come before beginnings, and what is available before what is not', () => {
  assert.deepEqual(found('mug'), ['1', '2', '3']);
});

test('ignores accents and case, both ways', () => {
  assert.deepEqual(found('CAFE'), ['1']);
  assert.deepEqual(found('cànvas'), ['4']);
});

test('looks at the names of all categories above', () => {
  assert.deepEqual(found('clothes'), ['4', '3']);
  assert.deepEqual(found('kitchen blue'), ['2']);
});

test('wants every word', () => {
  assert.deepEqual(found('blue shirt'), []);
  assert.deepEqual(found('  ,.- '), []);
});

test('splits where there are no letters', () => {
  assert.deepEqual(wordsOf('Déjà-vu, 12oz!'), ['deja', 'vu', '12oz']);
});
