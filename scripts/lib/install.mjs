import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fingerprint, readStamp, workspaces } from './fingerprint.mjs';
import { root } from './paths.mjs';
import { run } from './run.mjs';
import { say } from './say.mjs';

const stamp = join(root, 'node_modules/.shopstack-installed');

/** Installs from the committed lockfile, unless that has been done to the end for these manifests. */
export async function installDependencies({ node, yarn, yarnEnvironment }) {
  const wanted = fingerprint(
    [
      'yarn.lock',
      '.yarnrc.yml',
      '.yarn/patches',
      'package.json',
      ...workspaces().map(path => `${path}/package.json`),
    ],
    process.arch,
  );
  if (readStamp(stamp) === wanted) return;
  say('Installing dependencies (about a minute the first time)');
  rmSync(stamp, { force: true });
  let steps = 0;
  await run(node, [yarn, 'install', '--immutable'], {
    environment: await yarnEnvironment(),
    onLine: line => {
      const step = /┌ (.+ step)/.exec(line)?.[1];
      if (step) say(`  ${(steps += 1)}/3 ${step}`);
    },
  });
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, wanted);
}
