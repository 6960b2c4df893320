import type { Mapping } from '../yaml/Mapping';

/** What Sloth takes for names of services and objectives (github.com/slok/sloth, pkg/common/conventions). */
const NAME = /^[A-Za-z0-9][-A-Za-z0-9_.]*[A-Za-z0-9]$/;
/** The Kubernetes object allows no longer one; labels of Prometheus would. */
const LONGEST_NAME = 128;

/** Why a name cannot be used; undefined when it can. */
export function nameProblem(name: string): string | undefined {
  if (name.length > LONGEST_NAME) {
    return `a name has at most ${LONGEST_NAME} characters`;
  }
  return NAME.test(name)
    ? undefined
    : 'a name has at least two characters, begins and ends with a letter or digit, and holds only letters, digits, ".", "_" and "-"';
}

/** Reads the name of a service or of an objective. */
export function readName(mapping: Mapping, key: string): string | undefined {
  const name = mapping.requiredText(key);
  if (name === undefined) return undefined;
  const problem = nameProblem(name);
  if (problem) mapping.problems.refuse(mapping.place(key), problem);
  return problem ? undefined : name;
}
