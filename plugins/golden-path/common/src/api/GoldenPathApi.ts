import type { ApiRequestOptions } from '@shopstack/plugin-kit-common';
import type { NameConflict } from '../names/NameConflict';
import type { Plan } from '../plan/Plan';

/** Whether a name can be given to a new service. */
export interface NameAvailability {
  name: string;
  available: boolean;
  takenBy: NameConflict[];
  /** Why the name cannot be a service's name at all. */
  problem?: string;
}

/** What the golden paths would do, before they do it. */
export interface GoldenPathApi {
  /**
   * Plans without writing anything.
   *
   * @throws ResponseError 400 for values that cannot be used, 403 without `golden-path.plan`, 404 for a template that
   *   does not exist, 409 when the name is taken, 503 when a repository cannot be read.
   */
  plan(
    request: { template: string; values: Record<string, unknown> },
    options?: ApiRequestOptions,
  ): Promise<Plan>;

  /**
   * Looks for a name in the catalog and in the three repositories, in any case.
   *
   * @throws ResponseError 503 when one of them cannot be asked: then nobody knows, and the name is not free.
   */
  checkName(
    name: string,
    options?: ApiRequestOptions,
  ): Promise<NameAvailability>;
}
