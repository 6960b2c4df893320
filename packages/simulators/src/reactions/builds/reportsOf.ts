import { createHash } from 'node:crypto';
import { arnOf } from '../../aws/account';
import type { Build, BuildReport } from '../../aws/types';

/** A group of reports, as a buildspec names it. */
export interface ReportGroup {
  name: string;
  type: BuildReport['type'];
}

/** What tests of a shop are called. */
const CASES = [
  ['api', 'answers 404 for what is not there'],
  ['api', 'refuses a body that is no JSON'],
  ['api', 'answers within its budget'],
  ['domain', 'adds the tax of the country'],
  ['domain', 'rounds half a cent up'],
  ['domain', 'keeps the order of lines'],
  ['domain', 'refuses a negative amount'],
  ['store', 'reads what was written'],
  ['store', 'survives a lost connection'],
] as const;

/**
 * The reports of a build at its end: the numbers look like those of a service, are the same for the same build, and one
 * case failed where the build did.
 */
export function reportsOf(
  build: Build,
  groups: readonly ReportGroup[],
  createdAt: string,
): BuildReport[] {
  return groups.map(({ name, type }) => {
    const random = createHash('sha256').update(`${build.id} ${name}`).digest();
    const failed =
      type === 'TEST' && build.phases.some(each => each.status === 'FAILED');
    const id = random.toString('hex', 0, 16);
    const group = `${build.project}-${name}`;
    return {
      arn: arnOf('codebuild', `report/${group}:${id}`),
      build: arnOf('codebuild', `build/${build.id}`),
      type,
      status: failed ? 'FAILED' : 'SUCCEEDED',
      createdAt,
      testCases: type === 'TEST' ? casesOf(random, failed) : [],
      coverage: type === 'CODE_COVERAGE' ? coverageOf(random) : undefined,
    };
  });
}

function casesOf(random: Buffer, failed: boolean): BuildReport['testCases'] {
  const broken = failed ? random[0] % CASES.length : -1;
  const skipped = (random[0] + 1) % CASES.length;
  return CASES.map(([prefix, name], index) => {
    const seconds = (random[index + 1] % 90) / 100;
    if (index === broken) {
      const message = `Expected: 200\nReceived: 500\n    at ${prefix}.test.js:${20 + index}`;
      return { prefix, name, status: 'FAILED', message, seconds };
    }
    const status = index === skipped ? 'SKIPPED' : 'SUCCEEDED';
    return { prefix, name, status, seconds };
  });
}

function coverageOf(random: Buffer): BuildReport['coverage'] {
  return {
    linesCovered: 820 + (random[0] % 100),
    linesMissed: 60 + (random[1] % 60),
    branchesCovered: 210 + (random[2] % 40),
    branchesMissed: 30 + (random[3] % 30),
  };
}
