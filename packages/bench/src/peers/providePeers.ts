import { createHash } from 'node:crypto';
import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Context, logFile } from '../Context';
import { runToEnd } from '../process/runToEnd';
import { once } from '../process/once';
import { lockedVersions } from '../stock/lockedVersions';
import { versionLookup } from '../stock/versionLookup';
import { childEnvironment } from '../tools';
import { peersManifest } from './peersManifest';

/**
 * The peers, installed by npm outside the workspaces; answers their folder. Nothing is done when that has been done
 * for these versions and shims.
 *
 * @throws Error when npm cannot install them.
 */
export async function providePeers(context: Context): Promise<string> {
  const { tools } = context;
  const directory = join(context.directory, 'peers');
  const shims = join(tools.root, 'packages/bench/shims');
  const lockfile = await readFile(join(tools.root, 'yarn.lock'), 'utf8');
  const versionOf = versionLookup(lockedVersions(lockfile), {});
  const manifest = JSON.stringify(peersManifest(versionOf), undefined, 2);
  const wanted = await fingerprint(manifest, shims);
  await mkdir(directory, { recursive: true });
  await once(join(directory, 'installed'), wanted, async () => {
    context.say('Installing the peers from npm (a minute, once)');
    await rm(join(directory, 'node_modules'), { recursive: true, force: true });
    await cp(shims, join(directory, 'shims'), { recursive: true });
    await writeFile(join(directory, 'package.json'), manifest);
    await runToEnd(
      'npm',
      [
        'install',
        '--ignore-scripts',
        '--no-package-lock',
        '--omit=dev',
        '--omit=optional',
        '--no-audit',
        '--no-fund',
      ],
      {
        cwd: directory,
        environment: childEnvironment({ PATH: tools.machinePath }),
        log: logFile(context, 'peers-install'),
      },
    );
  });
  return directory;
}

/** Changes with the versions and with the shims. */
async function fingerprint(manifest: string, shims: string): Promise<string> {
  const hash = createHash('sha256').update(manifest);
  const entries = await readdir(shims, {
    recursive: true,
    withFileTypes: true,
  });
  const files = entries
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name));
  for (const file of files.sort()) hash.update(await readFile(file));
  return hash.digest('hex');
}
