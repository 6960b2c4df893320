import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { stateDirectory } from './lib/paths.mjs';
import { prepare } from './lib/prepare.mjs';
import { closingLine, jestResults } from './lib/results.mjs';
import { main, Problem, say } from './lib/say.mjs';

/** The real parts that the contract tests are run against, one way each that proves it is there, and what it must say. */
const parts = [
  { name: 'git', probes: [['git', '--version']], source: 'apt: git' },
  { name: 'npm', probes: [['npm', '--version']], source: 'nodejs.org' },
  {
    name: 'kubectl',
    probes: [['kubectl', 'version', '--client']],
    source: 'apt: kubernetes-client',
  },
  {
    name: 'Kustomize 5',
    probes: [
      ['kubectl', 'version', '--client'],
      ['kustomize', 'version'],
    ],
    says: /\bv5\.|^\(devel\)/,
    source: 'go: sigs.k8s.io/kustomize/kustomize/v5',
  },
  {
    name: 'Prometheus',
    probes: [['prometheus', '--version']],
    source: 'apt: prometheus',
  },
  {
    name: 'promtool',
    probes: [['promtool', '--version']],
    source: 'apt: prometheus',
  },
  {
    name: 'Alertmanager',
    probes: [
      ['prometheus-alertmanager', '--version'],
      ['alertmanager', '--version'],
    ],
    source: 'apt: prometheus-alertmanager',
  },
];

const answers =
  (says = /(?:)/) =>
  ([command, ...parameters]) => {
    try {
      const options = { encoding: 'utf8', stdio: 'pipe', timeout: 20000 };
      const answer = execFileSync(command, parameters, options);
      return says.test(answer);
    } catch {
      return false;
    }
  };

await main(async () => {
  const missing = parts.filter(
    ({ probes, says }) => !probes.some(answers(says)),
  );
  if (missing.length) {
    throw new Problem(
      `Missing for the contract tests:\n${missing.map(({ name, source }) => `  ${name} (${source})`).join('\n')}\n.ci/install-real-parts brings them on Debian.`,
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
