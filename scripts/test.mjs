import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildApplication } from './lib/build.mjs';
import { findChromium } from './lib/chromium.mjs';
import { runJest } from './lib/jest.mjs';
import { stateDirectory } from './lib/paths.mjs';
import { controlOffset, findFreePort } from './lib/ports.mjs';
import {
  forget,
  startBackend,
  startSimulators,
  waitUntilReady,
} from './lib/portal.mjs';
import { findPostgres, startPostgres } from './lib/postgres.mjs';
import { prepare } from './lib/prepare.mjs';
import { add, closingLine, playwrightResults } from './lib/results.mjs';
import { main, say } from './lib/say.mjs';
import { Supervisor } from './lib/Supervisor.mjs';

const state = stateDirectory('test');
const reports = join(state, 'reports');

/** Everything temporary stays inside the checkout. */
function temporaryFolder() {
  const folder = join(state, 'tmp');
  mkdirSync(folder, { recursive: true });
  return folder;
}

async function stage(name, work) {
  say(name);
  const failed = await work().then(
    result => (result?.code ? 1 : 0),
    error => {
      process.stderr.write(`${error.message}\n`);
      return 1;
    },
  );
  if (failed) say(`${name}: failed`);
  return { passed: failed ? 0 : 1, failed, skipped: 0 };
}

/** Contract tests run against PostgreSQL where it is installed; without it they skip, and say so. */
async function unitTests(toolchain) {
  say('Unit, component and plugin tests');
  const postgres = findPostgres() ? await startPostgres() : undefined;
  try {
    return await runJest(toolchain, {
      reports,
      // The fault cells take their time on purpose: they belong to `npm run check:real`.
      parameters: [
        ...['--testPathIgnorePatterns', '/node_modules/'],
        ...['--testPathIgnorePatterns', '\\.faults\\.test\\.'],
        ...process.argv.slice(2),
      ],
      environment: {
        TMPDIR: temporaryFolder(),
        ...(postgres && { SHOPSTACK_POSTGRES_URL: postgres.url }),
      },
    });
  } finally {
    await postgres?.stop();
  }
}

async function browserTests(toolchain) {
  say('Browser tests on the built portal');
  const report = join(reports, 'playwright.json');
  const environment = { ...toolchain.environment, TMPDIR: temporaryFolder() };
  const supervisor = new Supervisor({
    ...toolchain,
    environment,
    directory: state,
  });
  try {
    const chromium = await findChromium({ ...toolchain, environment });
    await supervisor.takeOver();
    await buildApplication(toolchain);
    forget(state);
    const port = await findFreePort();
    const simulators = await startSimulators(supervisor, { port, state });
    const backend = startBackend(supervisor, { port, state, simulators });
    const address = await waitUntilReady(backend, supervisor, {
      port,
      simulators,
    });
    await toolchain.binary(
      'playwright',
      ['test', '--config', 'e2e/playwright.config.ts'],
      {
        environment: {
          TMPDIR: temporaryFolder(),
          PORTAL_URL: address,
          CONTROL_URL: `http://localhost:${port + controlOffset}`,
          PLAYWRIGHT_CHROMIUM_EXECUTABLE_PATH: chromium,
          PLAYWRIGHT_JSON_OUTPUT_NAME: report,
        },
        allowFailure: true,
      },
    );
    return playwrightResults(report);
  } catch (error) {
    process.stderr.write(`${error.message}\n`);
    return { passed: 0, failed: 1, skipped: 0 };
  } finally {
    await supervisor.stop();
  }
}

await main(async () => {
  const toolchain = await prepare();
  rmSync(reports, { recursive: true, force: true });
  mkdirSync(reports, { recursive: true });
  const { binary } = toolchain;
  let results = await stage('Lint', () =>
    binary('backstage-cli', ['repo', 'lint', '--max-warnings', '0'], {
      allowFailure: true,
    }),
  );
  results = add(
    results,
    await stage('Formatting', () =>
      binary('prettier', ['--check', '--log-level', 'warn', '.'], {
        allowFailure: true,
      }),
    ),
  );
  results = add(
    results,
    await stage('Types', () =>
      binary('tsc', ['--noEmit', '--incremental', 'false'], {
        allowFailure: true,
      }),
    ),
  );
  const unit = await unitTests(toolchain);
  results = add(results, unit.results);
  results = add(results, await browserTests(toolchain));
  writeFileSync(join(state, 'results.json'), JSON.stringify(results));
  for (const { name, value } of unit.figures) {
    process.stdout.write(`${name}: ${value}\n`);
  }
  process.stdout.write(`${closingLine(results)}\n`);
  process.exit(results.failed || !results.passed ? 1 : 0);
});
