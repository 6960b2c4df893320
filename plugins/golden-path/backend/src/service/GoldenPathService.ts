import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type {
  NameAvailability,
  Plan,
} from '@shopstack/plugin-golden-path-common';

/** What golden paths would do, for a caller. Nothing here writes. */
export interface GoldenPathService {
  /** @throws what PlanningService throws. */
  plan(
    request: { template: string; values: unknown },
    options: { credentials: BackstageCredentials; signal?: AbortSignal },
  ): Promise<Plan>;

  /** @throws ServiceUnavailableError when the catalog or a repository cannot be asked: then nobody knows. */
  checkName(
    name: string,
    options: { credentials: BackstageCredentials; signal?: AbortSignal },
  ): Promise<NameAvailability>;
}
