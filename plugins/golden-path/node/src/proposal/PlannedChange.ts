import type {
  Plan,
  PlannedEdit,
  PlannedPullRequest,
  RepositoryRole,
} from '@shopstack/plugin-golden-path-common';
import { changeBranch } from '../forge/changeBranch';
import type { ForgeRepository } from '../forge/GitForge';

/** What one pull request of a plan needs of the forge. */
export interface PlannedChange {
  repository: ForgeRepository;
  branch: string;
  baseCommit: string;
  message: string;
  edits: PlannedEdit[];
  pullRequest: PlannedPullRequest;
}

/** The changes of a plan, in the order in which their pull requests are merged. */
export function changesOf(
  plan: Plan,
  repositories: Record<RepositoryRole, ForgeRepository>,
  correlationId: string,
): PlannedChange[] {
  return plan.repositories.map(({ role, repository, base, edits }, index) => {
    const pullRequest = plan.pullRequests[index];
    const suffix = pullRequest.id.slice(repository.length + 1);
    return {
      repository: repositories[role],
      branch: changeBranch({
        template: plan.template,
        name: plan.name,
        correlationId,
        ...(suffix && { suffix }),
      }),
      baseCommit: base.commit!,
      // The hash makes a branch of another plan recognisable, so that it is replaced and not taken for this one.
      message: `${pullRequest.title}\n\nGolden-Path: ${plan.template}\nGolden-Path-Plan: ${plan.hash}`,
      edits,
      pullRequest,
    };
  });
}
