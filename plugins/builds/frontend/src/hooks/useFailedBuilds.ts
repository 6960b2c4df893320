import { useApi } from '@backstage/frontend-plugin-api';
import { ResponseError } from '@backstage/errors';
import type {
  Build,
  BuildPage,
  BuildsApi,
} from '@shopstack/plugin-builds-common';
import type { SourceStatus } from '@shopstack/plugin-kit-common';
import { useObserved, type ObservedState } from '@shopstack/plugin-kit-react';
import { useCallback } from 'react';
import { buildsApiRef } from '../apis';
import { failingPhase, latestFailure } from '../latestFailure';
import { withMessages } from '../withMessages';

/** So many of the latest builds of a service are looked at for the last result of its default branch. */
const LOOKED_AT = 25;

/** A service whose last result on the default branch went wrong. */
export interface FailedBuild {
  entityRef: string;
  build: Build;
  /** Name of the phase that made it fail, where the executor tells. */
  phase?: string;
}

/** What needs a person among the builds of several services. */
export interface FailedBuilds {
  items: FailedBuild[];
  /** Services of which it cannot be told now. */
  untold: string[];
  sources: SourceStatus[];
}

type Asked = { entityRef: string; page?: BuildPage };

async function ask(
  api: BuildsApi,
  entityRef: string,
  signal: AbortSignal,
): Promise<Asked> {
  try {
    const query = { limit: LOOKED_AT };
    return {
      entityRef,
      page: await api.listBuilds(entityRef, query, { signal }),
    };
  } catch (error) {
    // A service that names no project has no builds, and what one may not see needs one not.
    const hasNone =
      error instanceof ResponseError &&
      [400, 403, 404].includes(error.statusCode);
    return hasNone
      ? { entityRef, page: { items: [], total: 0, projects: [], sources: [] } }
      : { entityRef };
  }
}

/** True when a source is silent and nothing is left of what it said. */
function isUntold({ page }: Asked): boolean {
  return (
    !page ||
    (page.items.length === 0 &&
      page.sources.some(({ state }) => state === 'unavailable'))
  );
}

/**
 * Of each service the failed last build of its default branch, kept current while the page is open. It costs one call
 * of our API a service, which answers from what is kept.
 *
 * @param entityRefs of the services; compared by value
 */
export function useFailedBuilds(
  entityRefs: string[],
): ObservedState<FailedBuilds> {
  const api = useApi(buildsApiRef);
  const wanted = entityRefs.join('\n');
  const load = useCallback(
    async (signal: AbortSignal): Promise<FailedBuilds> => {
      const refs = wanted.split('\n').filter(Boolean);
      const asked = await Promise.all(refs.map(ref => ask(api, ref, signal)));
      return {
        items: asked.flatMap(({ entityRef, page }) => {
          const build =
            page && latestFailure({ ...page, items: withMessages(page.items) });
          return build ? { entityRef, build, phase: failingPhase(build) } : [];
        }),
        untold: asked.filter(isUntold).map(({ entityRef }) => entityRef),
        sources: asked.flatMap(({ page }) => page?.sources ?? []),
      };
    },
    [api, wanted],
  );
  return useObserved(load, { live: true });
}
