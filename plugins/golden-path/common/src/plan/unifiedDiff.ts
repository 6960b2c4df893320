import { createTwoFilesPatch } from 'diff';
import type { PlannedEdit } from './Plan';

/** One edit as `git diff` would show it. */
export function unifiedDiff(edit: PlannedEdit): string {
  const created = edit.before === undefined;
  const patch = createTwoFilesPatch(
    created ? '/dev/null' : `a/${edit.path}`,
    `b/${edit.path}`,
    edit.before ?? '',
    edit.after,
    undefined,
    undefined,
    { context: 3 },
  );
  // The library rules off each file with a line of "=", which git does not.
  return patch.replace(/^=+\n/, '');
}
