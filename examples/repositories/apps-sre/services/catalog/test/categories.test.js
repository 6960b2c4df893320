import assert from 'node:assert/strict';
import { test } from 'node:test';
import { breadcrumb, slugsBelow, tree } from '../src/categories.js';

test('a category holds what is below it', () => {
  assert.deepEqual(slugsBelow('kitchen'), ['kitchen', 'mugs', 'coffee']);
  assert.deepEqual(slugsBelow('bags'), ['bags']);
  assert.equal(slugsBelow('cars'), undefined);
});

test('a breadcrumb leads from the top', () => {
  assert.deepEqual(breadcrumb('mugs'), ['Kitchen', 'Mugs and cups']);
  assert.deepEqual(breadcrumb('cars'), []);
});

test('no slug stands twice', () => {
  const slugs = tree.flatMap(({ slug }) => slugsBelow(slug));
  assert.equal(new Set(slugs).size, slugs.length);
});
