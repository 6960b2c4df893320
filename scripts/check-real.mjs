import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { stateDirectory } from './lib/paths.mjs';
import { prepare } from './lib/prepare.mjs';
import { closingLine, jestResults } from './lib/results.mjs';
import { main, Problem, say } from './lib/say.mjs';

/** The real parts that the contract tests are run against, and one way each that proves it is there. */
const parts = [
  ['git', [['git', '--version']], 'apt: git'],
  [
    'Kustomize',
    [
      ['kubectl', 'kustomize', '--help'],
      ['kustomize', 'version'],
    ],
    'go: sigs.k8s.io/kustomize/kustomize/v5',
  ],
  ['Prometheus', [['prometheus', '--version']], 'apt: prometheus'],
  ['promtool', [['promtool', '--version']], 'apt: prometheus'],
];

const answers = ([command, ...parameters]) => {
  try {
    execFileSync(command, parameters, { stdio: 'ignore', timeout: 20000 });
    return true;
  } catch {
    return false;
  }
};

await main(async () => {
  const missing = parts.filter(([, probes]) => !probes.some(answers));
  if (missing.length) {
    throw new Problem(
      `Missing for the contract tests:\n${missing.map(([name, , source]) => `  ${name} (${source})`).join('\n')}\n.ci/install-real-parts brings them on Debian.`,
    );
  }
  const { binary } = await prepare();
  const reports = join(stateDirectory('real'), 'reports');
  mkdirSync(reports, { recursive: true });
  const report = join(reports, 'jest.json');
  say('Contract tests against the real parts');
  await binary(
    'backstage-cli',
    [
      'repo',
      'test',
      '--ci',
      '--maxWorkers=2',
      '--json',
      `--outputFile=${report}`,
      '--testPathPatterns',
      '\\.contract\\.test\\.',
    ],
    {
      environment: {
        CI: '1',
        SHOPSTACK_REQUIRE_REAL: '1',
        NODE_OPTIONS: '--no-node-snapshot',
      },
      allowFailure: true,
    },
  );
  const results = jestResults(report);
  process.stdout.write(`${closingLine(results)}\n`);
  process.exit(results.failed || results.skipped || !results.passed ? 1 : 0);
});
