import type { Condition } from './types';

/** Conditions that every comparison finds anew; others stay until they are taken away. */
const found = [
  'ComparisonError',
  'InvalidSpecError',
  'SharedResourceWarning',
  'OrphanedResourceWarning',
  'RepeatedResourceWarning',
];

/** Replaces the conditions that comparisons find; a condition that stays keeps its time. */
export function mergeConditions(
  before: Condition[] = [],
  next: Condition[],
  time: string,
  replaced: string[] = found,
): Condition[] {
  const kept = before.filter(({ type }) => !replaced.includes(type));
  const added = next.map(condition => {
    const same = before.find(
      ({ type, message }) =>
        type === condition.type && message === condition.message,
    );
    return same ?? { ...condition, lastTransitionTime: time };
  });
  return [...kept, ...added];
}
