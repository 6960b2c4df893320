import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { controlOffset, isFreeOnLoopback } from './ports.mjs';
import { root } from './paths.mjs';
import { Problem, say } from './say.mjs';

/** Removes what a portal keeps over a restart, so that the next start begins anew. */
export function forget(state) {
  for (const part of ['world', 'database', 'techdocs'])
    rmSync(join(state, part), { recursive: true, force: true });
}

/** Starts the simulators and answers what their control address says. */
export async function startSimulators(
  supervisor,
  { port, state, gitops, pace },
) {
  const parameters = [
    '--port',
    String(port + controlOffset),
    '--state',
    join(state, 'world'),
    '--examples',
    join(root, 'examples'),
  ];
  if (gitops) parameters.push('--gitops', gitops);
  if (pace) parameters.push('--pace', String(pace));
  const child = supervisor.start('simulators', {
    file: join(root, 'packages/simulators/src/main.ts'),
    parameters,
  });
  return new Promise((resolve, reject) => {
    const lines = createInterface({ input: child.stdout });
    lines.on('line', line => {
      if (line.startsWith('{')) resolve(JSON.parse(line).simulators);
    });
    child.on('exit', () =>
      reject(
        new Problem(
          `The simulators did not start.\n${supervisor.logTail('simulators')}`,
        ),
      ),
    );
  });
}

/**
 * Where the simulators of this state listened last time, when all of those ports are free now: then the backend need not
 * wait for them. Undefined otherwise.
 */
export async function rememberedSimulators(state, { port }) {
  const ports = readJson(join(state, 'world/ports.json'));
  const names = [
    'github',
    'aws',
    'argocd',
    'prometheus',
    'alertmanager',
    'kubernetes',
    'argocd-standby',
  ];
  if (
    !ports ||
    ports.control !== port + controlOffset ||
    !existsSync(join(state, 'world/world.sqlite'))
  )
    return undefined;
  for (const name of names) {
    if (
      !Number.isInteger(ports[name]) ||
      !(await isFreeOnLoopback(ports[name]))
    )
      return undefined;
  }
  return Object.fromEntries(
    names.map(name => [name, { url: `http://localhost:${ports[name]}` }]),
  );
}

/** True when every simulator listens where the backend was told. */
export const sameAddresses = (expected, actual) =>
  Object.entries(expected).every(
    ([name, { url }]) => actual[name]?.url === url,
  );

function readJson(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

/** What app-config.yaml reads from the environment; a token that is not known here has its usual value there. */
export function simulatorEnvironment({
  github,
  aws,
  argocd,
  'argocd-standby': standby,
  prometheus,
  alertmanager,
  kubernetes,
}) {
  const all = {
    SHOPSTACK_GITHUB_URL: github.url,
    SHOPSTACK_GITHUB_HOST: new URL(github.url).host,
    SHOPSTACK_GITHUB_TOKEN: github.token,
    SHOPSTACK_AWS_URL: aws.url,
    SHOPSTACK_AWS_ACCESS_KEY_ID: aws.accessKeyId,
    SHOPSTACK_AWS_SECRET_ACCESS_KEY: aws.secretAccessKey,
    SHOPSTACK_ARGOCD_URL: argocd.url,
    SHOPSTACK_ARGOCD_TOKEN: argocd.token,
    SHOPSTACK_ARGOCD_STANDBY_URL: standby.url,
    SHOPSTACK_ARGOCD_STANDBY_TOKEN: standby.token,
    SHOPSTACK_KUBERNETES_URL: kubernetes.url,
    SHOPSTACK_KUBERNETES_TOKEN: kubernetes.token,
    SHOPSTACK_PROMETHEUS_URL: prometheus.url,
    SHOPSTACK_ALERTMANAGER_URL: alertmanager.url,
  };
  return Object.fromEntries(
    Object.entries(all).filter(([, value]) => value !== undefined),
  );
}

/** Starts the one backend process, which serves the built portal too. */
export function startBackend(supervisor, { port, state, simulators }) {
  mkdirSync(join(state, 'database'), { recursive: true });
  mkdirSync(join(state, 'techdocs'), { recursive: true });
  return supervisor.start('backend', {
    file: 'src/index.ts',
    cwd: join(root, 'packages/backend'),
    parameters: ['--config', '../../app-config.yaml'],
    // A smaller young generation costs no time here and an eighth less memory.
    nodeOptions: ['--max-semi-space-size=16'],
    environment: {
      NODE_ENV: 'development',
      LOG_LEVEL: process.env.LOG_LEVEL ?? 'info',
      SHOPSTACK_PORT: String(port),
      SHOPSTACK_STATE: state,
      ...simulatorEnvironment(simulators),
    },
  });
}

async function ask(url, options = {}) {
  const response = await fetch(url, {
    signal: AbortSignal.timeout(5000),
    ...options,
  });
  if (!response.ok) throw new Error(`${url} answered ${response.status}`);
  return response.json();
}

async function expectedServices({ github }) {
  const files = await ask(
    `${github.url}/api/v3/repos/shopstack/apps-sre/contents/services?ref=main`,
    {
      headers: { authorization: `token ${github.token}` },
    },
  );
  return files.filter(file => file.type === 'dir').length;
}

/** Signs in as the guest; answers a function that asks the portal. */
async function signIn(address) {
  const { backstageIdentity } = await ask(`${address}/api/auth/guest/refresh`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-requested-with': 'XMLHttpRequest',
    },
    body: '{}',
  });
  const headers = { authorization: `Bearer ${backstageIdentity.token}` };
  return path => ask(`${address}${path}`, { headers });
}

async function countEntities(asGuest, kind) {
  const { totalItems } = await asGuest(
    `/api/catalog/entities/by-query?filter=kind=${kind}&limit=0`,
  );
  return totalItems;
}

/** Kinds that a usable portal has, the components first. */
const demoKinds = ['component', 'template', 'system', 'group', 'user'];

/** Resolves when the portal can be used: it answers, and the demo entities and templates are in the catalog. */
export async function waitUntilReady(
  backend,
  supervisor,
  { port, simulators, seconds = 180 },
) {
  const address = `http://localhost:${port}`;
  const end = Date.now() + seconds * 1000;
  let ended = false;
  backend.once('exit', () => {
    ended = true;
  });
  let asGuest;
  let last;
  while (Date.now() < end && !ended) {
    try {
      if (!asGuest) {
        await ask(`${address}/.backstage/health/v1/readiness`);
        asGuest = await signIn(address);
        say('The backend answers; reading the catalog');
      }
      const services = await expectedServices(simulators);
      const counts = await Promise.all(
        demoKinds.map(kind => countEntities(asGuest, kind)),
      );
      if (counts[0] >= services && counts.every(count => count > 0)) {
        return address;
      }
      last = `of ${services} services the catalog has ${demoKinds
        .map((kind, index) => `${counts[index]} ${kind}s`)
        .join(', ')}`;
    } catch (error) {
      last = error.message;
    }
    await new Promise(resolve => setTimeout(resolve, 300));
  }
  throw new Problem(
    `The portal did not become ready (${ended ? 'the backend ended' : last}).\n${supervisor.logTail('backend')}\nThe whole log: ${supervisor.logFile('backend')}`,
  );
}
