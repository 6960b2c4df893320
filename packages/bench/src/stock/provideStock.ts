import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Context } from '../Context';
import { once } from '../process/once';
import { buildStock, installStock } from './buildStock';
import { readVersions, renderStock, writeStock } from './renderStock';
import { backendManifest, backendSource, stockFeatures } from './samePlugins';
import type { StockApp } from './StockApp';

const json = (value: unknown) => `${JSON.stringify(value, undefined, 2)}\n`;

function fingerprint(files: Map<string, Buffer | string>): string {
  const hash = createHash('sha256');
  for (const path of [...files.keys()].sort()) {
    hash.update(`\0${path}\0`).update(files.get(path)!);
  }
  return hash.digest('hex');
}

/** Stock, installed and built. */
export async function provideStock(
  context: Context,
  stock: StockApp,
): Promise<void> {
  const files = await renderStock(context);
  await once(join(stock.directory, 'built'), fingerprint(files), async () => {
    context.say('Installing and building stock Backstage (minutes, once)');
    await writeStock(stock, files);
    await installStock(context, stock);
    await buildStock(context, stock);
  });
}

/** Beside stock's own backend one with the same stock plugins as ours; answers its workspace. */
export async function provideSamePlugins(
  context: Context,
  stock: StockApp,
): Promise<string> {
  await provideStock(context, stock);
  const ours = join(context.tools.root, 'packages/backend/src/index.ts');
  const features = stockFeatures(await readFile(ours, 'utf8'));
  const version = await readVersions(context);
  const workspace = 'packages/same-plugins';
  const files = new Map([
    [`${workspace}/package.json`, json(backendManifest(features, version))],
    [`${workspace}/src/index.ts`, backendSource(features)],
  ]);
  const stamp = join(stock.directory, 'same-plugins');
  await once(stamp, fingerprint(files), async () => {
    context.say('Installing stock plugins like ours');
    for (const [path, contents] of files) {
      await mkdir(dirname(stock.path(path)), { recursive: true });
      await writeFile(stock.path(path), contents);
    }
    await installStock(context, stock);
  });
  return workspace;
}
