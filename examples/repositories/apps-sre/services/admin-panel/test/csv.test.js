import assert from 'node:assert/strict';
import { test } from 'node:test';
import { toCsv } from '../src/csv.js';

const line = value => toCsv(['a'], [{ a: value }]).split('\r\n')[1];

test('writes a header and a line a row', () => {
  const rows = [{ a: 1, b: 'x' }, { a: -2 }];
  assert.equal(toCsv(['a', 'b'], rows), 'a,b\r\n1,x\r\n-2,\r\n');
});

test('quotes what would break a line', () => {
  assert.equal(line('say "no", please'), '"say ""no"", please"');
  assert.equal(line('two\nlines'), '"two\nlines"');
});

test('a spreadsheet runs nothing that a customer wrote', () => {
  for (const text of ['=1+1', '+1', '-1', '@now', '\tx']) {
    assert.equal(line(text), `'${text}`);
  }
});
