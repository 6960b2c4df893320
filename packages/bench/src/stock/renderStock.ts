import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import type { Context } from '../Context';
import { fetchCreateApp } from './createApp';
import { lockedVersions } from './lockedVersions';
import { renderTemplate } from './renderTemplate';
import { withResolutions } from './rootManifest';
import type { StockApp } from './StockApp';
import { versionLookup } from './versionLookup';

type VersionOf = (packageName: string) => string;

/** The version of a package on stock's side. */
export async function readVersions(context: Context): Promise<VersionOf> {
  const { versions } = await fetchCreateApp(context);
  const lockfile = join(context.tools.root, 'yarn.lock');
  return versionLookup(
    lockedVersions(await readFile(lockfile, 'utf8')),
    versions,
  );
}

/** The files of stock as create-app would write them, by path. */
export async function renderStock(
  context: Context,
): Promise<Map<string, Buffer | string>> {
  const { template } = await fetchCreateApp(context);
  const values = {
    name: 'stock',
    defaultBranch: 'main',
    version: await readVersions(context),
  };
  const files = new Map<string, Buffer | string>();
  const entries = await readdir(template, {
    recursive: true,
    withFileTypes: true,
  });
  for (const entry of entries.filter(each => each.isFile())) {
    const file = join(entry.parentPath, entry.name);
    const path = relative(template, file);
    const contents = await readFile(file);
    if (path.endsWith('.hbs')) {
      const text = renderTemplate(contents.toString('utf8'), values);
      files.set(path.slice(0, -'.hbs'.length), text);
    } else files.set(path, contents);
  }
  const ours = await readFile(join(context.tools.root, 'package.json'), 'utf8');
  const manifest = withResolutions(
    JSON.parse(String(files.get('package.json'))),
    JSON.parse(ours),
  );
  files.set('package.json', `${JSON.stringify(manifest, undefined, 2)}\n`);
  // Also names the Yarn of the template, which is not the one that both sides use.
  files.set('.yarnrc.yml', 'nodeLinker: node-modules\n');
  files.set('yarn.lock', '');
  return files;
}

/** Puts a cold stock in the place of whatever was there. */
export async function writeStock(
  stock: StockApp,
  files: Map<string, Buffer | string>,
): Promise<void> {
  await rm(stock.directory, { recursive: true, force: true });
  for (const [path, contents] of files) {
    await mkdir(dirname(stock.path(path)), { recursive: true });
    await writeFile(stock.path(path), contents);
  }
}
