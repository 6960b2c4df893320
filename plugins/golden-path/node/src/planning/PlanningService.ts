import type { NameConflict, Plan } from '@shopstack/plugin-golden-path-common';

/** A golden path and its values, as somebody asks for them. */
export interface PlanRequest {
  template: string;
  /** Not trusted: checked by the planner. */
  values: unknown;
}

/** Says what a golden path would do to the repositories as they are now. Writes nothing. */
export interface PlanningService {
  /**
   * @throws InputError for values that cannot be used; ConflictError when the name is taken; NotFoundError for an unknown
   *   template; ServiceUnavailableError when a repository cannot be read.
   */
  plan(request: PlanRequest, options?: { signal?: AbortSignal }): Promise<Plan>;

  /**
   * What bears the name already in the three repositories, in any case.
   *
   * @throws ServiceUnavailableError when one of them cannot be read: then nobody knows.
   */
  findNameConflicts(
    name: string,
    options?: { signal?: AbortSignal },
  ): Promise<NameConflict[]>;
}
