import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fingerprint, readStamp, workspaces } from './fingerprint.mjs';
import { root } from './paths.mjs';
import { run } from './run.mjs';
import { say } from './say.mjs';

const application = join(root, 'packages/app');
const stamp = join(application, 'dist/.shopstack-built');

/** Workspaces whose sources end in the browser. */
const browserSide = /^(packages\/app|plugins\/[^/]+\/(frontend|react|common))$/;

/** Builds the web portal, unless it has been built to the end from these sources. */
export async function buildApplication({ node, environment }) {
  const folders = workspaces().filter(path => browserSide.test(path));
  const wanted = fingerprint([
    'yarn.lock',
    ...folders.flatMap(path => [
      `${path}/package.json`,
      `${path}/src`,
      `${path}/config.schema.json`,
    ]),
    'packages/app/public',
  ]);
  if (readStamp(stamp) === wanted) return;
  say(
    'Building the web portal (about half a minute, only when its sources changed)',
  );
  rmSync(stamp, { force: true });
  await run(
    node,
    [
      join(root, 'node_modules/@backstage/cli/bin/backstage-cli'),
      'package',
      'build',
      '--config',
      join(root, 'app-config.yaml'),
    ],
    { cwd: application, environment, quiet: true },
  );
  writeFileSync(stamp, wanted);
}
