import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { jestResults } from './results.mjs';

/** Runs the tests of all packages and answers the counts and the figures that tests recorded. */
export async function runJest(
  { binary },
  { reports, parameters = [], environment = {} },
) {
  mkdirSync(reports, { recursive: true });
  const report = join(reports, 'jest.json');
  const figures = join(reports, 'figures.jsonl');
  appendFileSync(figures, '');
  await binary(
    'backstage-cli',
    [
      ...['repo', 'test', '--ci', '--maxWorkers=2'],
      ...['--json', `--outputFile=${report}`],
      ...parameters,
    ],
    {
      environment: {
        CI: '1',
        SHOPSTACK_FIGURES: figures,
        NODE_OPTIONS: '--no-node-snapshot --max-old-space-size=4096',
        ...environment,
      },
      allowFailure: true,
    },
  );
  return { results: jestResults(report), figures: readFigures(figures) };
}

/** What tests counted, one line each: `{"name", "value"}`. */
function readFigures(file) {
  return existsSync(file)
    ? readFileSync(file, 'utf8')
        .split('\n')
        .filter(Boolean)
        .map(line => JSON.parse(line))
    : [];
}
