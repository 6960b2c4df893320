import { delimiter, join } from 'node:path';
import { run } from './run.mjs';
import { toolsDirectory } from './paths.mjs';

/** The environment of a child without what `npm run` added to it: npm's own settings confuse Yarn and the tools below it. */
export function cleanEnvironment(node) {
  const environment = {};
  for (const [name, value] of Object.entries(process.env)) {
    if (
      !/^npm_(config|package|lifecycle|command|execpath|node_execpath)/i.test(
        name,
      )
    ) {
      environment[name] = value;
    }
  }
  if (node) {
    environment.PATH = [join(node, '..'), process.env.PATH].join(delimiter);
  }
  return environment;
}

/** How npm is called: the npm that runs this script, else the one on the PATH. */
export function npmCommand() {
  const script = process.env.npm_execpath;
  return script && /npm-cli\.js$/.test(script)
    ? [process.execPath, [script]]
    : [process.platform === 'win32' ? 'npm.cmd' : 'npm', []];
}

async function npmSetting(name) {
  const [command, prefix] = npmCommand();
  const result = await run(command, [...prefix, 'config', 'get', name], {
    environment: cleanEnvironment(),
    quiet: true,
  }).catch(() => undefined);
  const value = result?.stdout.trim();
  return value && !['undefined', 'null'].includes(value) ? value : undefined;
}

/** Yarn's settings: npm's own registry is handed on, and every cache stays inside the checkout. */
export async function yarnEnvironment(node) {
  const environment = {
    ...cleanEnvironment(node),
    YARN_ENABLE_GLOBAL_CACHE: 'false',
    YARN_ENABLE_MIRROR: 'false',
    YARN_CACHE_FOLDER: join(toolsDirectory, 'yarn-cache'),
    YARN_GLOBAL_FOLDER: join(toolsDirectory, 'yarn-global'),
    YARN_ENABLE_TELEMETRY: 'false',
  };
  const registry = await npmSetting('registry');
  if (registry) {
    environment.YARN_NPM_REGISTRY_SERVER = registry.replace(/\/$/, '');
    const { protocol, hostname } = new URL(registry);
    if (protocol === 'http:') {
      environment.YARN_UNSAFE_HTTP_WHITELIST = hostname;
    }
  }
  const proxy = process.env.HTTPS_PROXY ?? process.env.https_proxy;
  if (proxy) {
    environment.YARN_HTTPS_PROXY = proxy;
  }
  return environment;
}
