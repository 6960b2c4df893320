import type { DocumentStore } from '../world/types';
import type { ProtectionDocument } from './documents';
import { DEFAULT_BRANCH } from './organization';

const KIND = 'branch-protection';

/** Rules as a caller sets them. */
type ProtectionRules = Pick<
  ProtectionDocument,
  'requiredChecks' | 'requiredApprovals'
>;

/** What every repository's `main` starts with: changes come by pull request, and nothing more is asked. */
const DEFAULT_RULES: ProtectionRules = {
  requiredChecks: [],
  requiredApprovals: 0,
};

/** The rules of a branch, or undefined when anybody may push to it. */
export function findProtection(
  store: DocumentStore,
  repository: string,
  branch: string,
): ProtectionDocument | undefined {
  const stored = store.get<ProtectionDocument>(KIND, `${repository}/${branch}`);
  if (!stored && branch === DEFAULT_BRANCH) {
    return { branch, enabled: true, ...DEFAULT_RULES };
  }
  return stored?.enabled ? stored : undefined;
}

/** Sets the rules of a branch; undefined lifts them. */
export function setProtection(
  store: DocumentStore,
  repository: string,
  branch: string,
  rules: ProtectionRules | undefined,
): void {
  store.put<ProtectionDocument>(KIND, `${repository}/${branch}`, {
    branch,
    enabled: rules !== undefined,
    ...(rules ?? DEFAULT_RULES),
  });
}

/** Names of the branches of a repository that only pull requests change. */
export function protectedBranches(
  store: DocumentStore,
  repository: string,
): string[] {
  const stored = store.listByPrefix<ProtectionDocument>(KIND, `${repository}/`);
  const names = new Set([
    DEFAULT_BRANCH,
    ...stored.map(({ branch }) => branch),
  ]);
  return [...names].filter(name => findProtection(store, repository, name));
}
