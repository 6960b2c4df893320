import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';
import { root } from './paths.mjs';
import { run } from './run.mjs';
import { Problem, say } from './say.mjs';

const names = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
];
const applications = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

const fromRoot = createRequire(join(root, 'package.json'));

function runs(path) {
  try {
    execFileSync(path, ['--version'], { stdio: 'ignore', timeout: 20000 });
    return true;
  } catch {
    return false;
  }
}

function onThePath() {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return [
    ...folders.flatMap(folder => names.map(name => join(folder, name))),
    ...applications,
  ].find(path => existsSync(path) && runs(path));
}

/** `@sparticuz/chromium` carries a Linux binary, unpacked into the temporary folder of the environment. */
async function fromNpm({ node, environment }) {
  if (process.platform !== 'linux') return undefined;
  const script =
    "import('@sparticuz/chromium').then(async m => process.stdout.write(await m.default.executablePath()))";
  const { code, stdout } = await run(node, ['-e', script], {
    environment,
    quiet: true,
    allowFailure: true,
  });
  return code === 0 && existsSync(stdout.trim()) && runs(stdout.trim())
    ? stdout.trim()
    : undefined;
}

async function fromPlaywright({ node, environment }) {
  const path = () => fromRoot('@playwright/test').chromium.executablePath();
  if (existsSync(path())) return path();
  say("Trying Playwright's own download of Chromium");
  await run(
    node,
    [join(root, 'node_modules/.bin/playwright'), 'install', 'chromium'],
    { environment, quiet: true, allowFailure: true },
  );
  return existsSync(path()) ? path() : undefined;
}

/** A Chromium for the browser tests; throws a Problem that says how to get one. */
export async function findChromium(toolchain) {
  const named = process.env.PLAYWRIGHT_CHROMIUM_EXECUTABLE_PATH;
  if (named) {
    if (!runs(named))
      throw new Problem(
        `PLAYWRIGHT_CHROMIUM_EXECUTABLE_PATH names ${named}, which does not run.`,
      );
    return named;
  }
  const found =
    onThePath() ??
    (await fromNpm(toolchain)) ??
    (await fromPlaywright(toolchain));
  if (!found) {
    throw new Problem(
      'No Chromium for the browser tests: install one (on Debian: apt-get install chromium) or name one in PLAYWRIGHT_CHROMIUM_EXECUTABLE_PATH, then run npm test again.',
    );
  }
  return found;
}
