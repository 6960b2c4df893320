import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { runJest } from './lib/jest.mjs';
import { stateDirectory } from './lib/paths.mjs';
import { findPostgres, startPostgres } from './lib/postgres.mjs';
import { prepare } from './lib/prepare.mjs';
import { closingLine } from './lib/results.mjs';
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
  {
    name: 'moto',
    probes: [['python3', '-c', 'import moto.server, flask']],
    source: "pip: 'moto[server]'",
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
  if (!findPostgres()) {
    missing.push({ name: 'PostgreSQL', source: 'apt: postgresql' });
  }
  if (missing.length) {
    throw new Problem(
      `Missing for the contract tests:\n${missing.map(({ name, source }) => `  ${name} (${source})`).join('\n')}\n.ci/install-real-parts brings them on Debian.`,
    );
  }
  const toolchain = await prepare();
  const reports = join(stateDirectory('real'), 'reports');
  rmSync(reports, { recursive: true, force: true });
  const postgres = await startPostgres();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.once(signal, () => postgres.stop().then(() => process.exit(1)));
  }
  say('Contract tests and fault cells against the real parts');
  const { results, figures } = await runJest(toolchain, {
    reports,
    parameters: ['--testPathPatterns', '\\.(contract|faults)\\.test\\.'],
    environment: {
      SHOPSTACK_REQUIRE_REAL: '1',
      SHOPSTACK_POSTGRES_URL: postgres.url,
    },
  }).finally(postgres.stop);
  for (const { name, value } of figures) {
    process.stdout.write(`${name}: ${value}\n`);
  }
  process.stdout.write(`${closingLine(results)}\n`);
  process.exit(results.failed || results.skipped || !results.passed ? 1 : 0);
});
