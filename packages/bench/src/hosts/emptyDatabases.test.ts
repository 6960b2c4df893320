import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeService, toEntity } from '../lab/services';
import { emptyDatabases } from './emptyDatabases';

describe('emptyDatabases', () => {
  const directory = mkdtempSync(join(tmpdir(), 'bench-'));
  /** Empties for an entity of this name; answers what is left, and fills the databases again. */
  const start = async (name: string, isFilled = true) => {
    const entity = toEntity(makeService(name, { images: 1 }), 'ours');
    const { keep } = await emptyDatabases(directory, [entity]);
    const left = readdirSync(directory).sort();
    for (const file of ['catalog.sqlite', 'catalog.sqlite-wal', 'ecr.sqlite']) {
      writeFileSync(join(directory, file), '');
    }
    if (isFilled) await keep();
    return left;
  };

  afterAll(() => rmSync(directory, { recursive: true }));

  it('keeps a catalog that was filled with the same, and nothing else', async () => {
    expect(await start('cart')).toEqual(['entities.json']);
    expect(await start('cart')).toEqual([
      'catalog.sqlite',
      'catalog.sqlite-wal',
      'entities.json',
      'filled.json',
    ]);
    expect(await start('pay')).toEqual(['entities.json']);
  });

  it('keeps no catalog that was only filled in part', async () => {
    await start('ship', false);
    expect(await start('ship')).toEqual(['entities.json']);
  });
});
