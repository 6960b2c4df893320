import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeService, toEntity } from '../lab/services';
import { emptyDatabases } from './emptyDatabases';

describe('emptyDatabases', () => {
  const directory = mkdtempSync(join(tmpdir(), 'bench-'));
  const entity = (name: string) =>
    toEntity(makeService(name, { images: 1 }), 'ours');
  const fill = () => {
    for (const name of ['catalog.sqlite', 'catalog.sqlite-wal', 'ecr.sqlite']) {
      writeFileSync(join(directory, name), '');
    }
  };

  afterAll(() => rmSync(directory, { recursive: true }));

  it('keeps a catalog that was filled with the same, and nothing else', async () => {
    fill();
    await emptyDatabases(directory, [entity('cart')]);
    expect(readdirSync(directory)).toEqual(['entities.json']);
    fill();
    await emptyDatabases(directory, [entity('cart')]);
    expect(readdirSync(directory).sort()).toEqual([
      'catalog.sqlite',
      'catalog.sqlite-wal',
      'entities.json',
    ]);
    await emptyDatabases(directory, [entity('pay')]);
    expect(readdirSync(directory)).toEqual(['entities.json']);
  });
});
