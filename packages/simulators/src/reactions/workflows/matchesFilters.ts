import { minimatch } from 'minimatch';
import type { EventFilters } from './parseWorkflow';

/** What an event brings to be matched. */
export interface EventFacts {
  /** The branch pushed to, or the base branch of the pull request. */
  branch: string;
  changedFiles: readonly string[];
}

/** Whether a workflow runs for an event, by the filters that stand below it. */
export function matchesFilters(
  filters: EventFilters,
  { branch, changedFiles }: EventFacts,
): boolean {
  const { branches, paths } = filters;
  const ignoredBranches = filters['branches-ignore'];
  const ignoredPaths = filters['paths-ignore'];
  if (branches && !matchesPatterns(branch, branches)) {
    return false;
  }
  if (ignoredBranches && matchesPatterns(branch, ignoredBranches)) {
    return false;
  }
  if (paths && !changedFiles.some(file => matchesPatterns(file, paths))) {
    return false;
  }
  return !(
    ignoredPaths &&
    changedFiles.length > 0 &&
    changedFiles.every(file => matchesPatterns(file, ignoredPaths))
  );
}

/** The last pattern that matches decides; one that begins with `!` takes out again. */
function matchesPatterns(text: string, patterns: string[]): boolean {
  let matched = false;
  for (const pattern of patterns) {
    const negative = pattern.startsWith('!');
    if (minimatch(text, negative ? pattern.slice(1) : pattern, { dot: true })) {
      matched = !negative;
    }
  }
  return matched;
}
