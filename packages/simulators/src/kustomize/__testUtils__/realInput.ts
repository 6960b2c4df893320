import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

const PROJECT = resolve(__dirname, '../../../../..');

/** An existing GitOps repository that may lie beside the project; not every checkout has it. */
export const realInput = resolve(
  PROJECT,
  '..',
  'shared',
  'real-input',
  'cluster-gitops',
);

/** Tests against something that may be absent; the choice is made, and said, when the tests are read. */
export function describeWith(present: boolean, what: string) {
  if (present || process.env.SHOPSTACK_REQUIRE_REAL === '1') {
    return describe;
  }
  // eslint-disable-next-line no-console
  console.warn(`${what} is not there: what needs it is skipped`);
  return describe.skip;
}

/** Tests against the existing repository, when it and what else they need are there. */
export function describeWithRealInput(also: boolean = true) {
  return describeWith(
    also && existsSync(realInput),
    'the existing GitOps repository beside the project',
  );
}
