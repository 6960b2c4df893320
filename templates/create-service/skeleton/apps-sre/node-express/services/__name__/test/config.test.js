import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readConfig } from '../src/config.js';

describe('readConfig', () => {
  it('has a default for everything', () => {
    assert.equal(readConfig({}).port, 8080);
    assert.equal(readConfig({ PORT: '' }).port, 8080);
  });

  it('names the variable that cannot be used', () => {
    for (const PORT of ['eighty', '-1', '65536', '80.5']) {
      assert.throws(() => readConfig({ PORT }), /^Error: PORT must be/);
    }
    assert.throws(() => readConfig({ LOG_LEVEL: 'loud' }), /LOG_LEVEL/);
  });
});
