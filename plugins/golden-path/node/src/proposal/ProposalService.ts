import type { PlanRequest } from '../planning/PlanningService';

/** A pull request that was opened, or found from an earlier try of the same run. JSON values only. */
// An alias, and not an interface, so that it counts as JSON: the scaffolder keeps it in a checkpoint.
export type ProposedPullRequest = {
  /** `owner/name`. */
  repository: string;
  number: number;
  url: string;
  title: string;
  /** 1 is merged first. */
  order: number;
};

export interface ProposalRequest extends PlanRequest {
  /** Hash of the plan that somebody looked at; anything else is then refused. */
  planHash?: string;
  /** Names the run: the same one finds its own branches and pull requests again. */
  correlationId: string;
}

/** Opens the pull requests of a golden path: all of them, or none. */
export interface ProposalService {
  /**
   * Plans again, pushes all branches, then opens all pull requests. What was opened is closed again when anything fails.
   *
   * @throws ConflictError when the plan is not the one of `planHash`, and whatever PlanningService throws;
   *   ServiceUnavailableError when the forge fails; the reason of the signal when the run was cancelled.
   */
  propose(
    request: ProposalRequest,
    options?: { signal?: AbortSignal; onProgress?: (line: string) => void },
  ): Promise<ProposedPullRequest[]>;
}
