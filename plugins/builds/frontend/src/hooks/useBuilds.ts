import { useApi } from '@backstage/frontend-plugin-api';
import type { BuildPage, BuildQuery } from '@shopstack/plugin-builds-common';
import { useObserved, type ObservedState } from '@shopstack/plugin-kit-react';
import { useCallback, useMemo, useRef } from 'react';
import { buildsApiRef } from '../apis';
import { buildKey } from '../buildName';
import { withMessages } from '../withMessages';
import type { BuildFilter } from './useBuildFilter';

/** Builds that the page shows at first, and that every "Show more" adds. */
const FIRST_BUILDS = 25;
const MORE_BUILDS = 50;

type AskPage = (query: BuildQuery) => Promise<BuildPage>;

/**
 * Reads so many pages one after the other, fewer at the end of the history. With a filter a page may hold few builds, or
 * none, although older ones follow. A build that moved to the next page meanwhile counts once.
 */
export async function readPages(
  ask: AskPage,
  pages: number,
): Promise<BuildPage> {
  let page = await ask({ limit: FIRST_BUILDS });
  const builds = new Map(page.items.map(build => [buildKey(build), build]));
  for (let read = 1; read < pages && page.nextCursor; read += 1) {
    page = await ask({ limit: MORE_BUILDS, cursor: page.nextCursor });
    for (const build of page.items) {
      if (!builds.has(buildKey(build))) builds.set(buildKey(build), build);
    }
  }
  return { ...page, items: withMessages([...builds.values()]) };
}

/** The builds of an entity that fit a filter, newest first, kept current while the page is open. */
export function useBuilds(
  entityRef: string,
  filter: BuildFilter,
): { state: ObservedState<BuildPage>; showMore(): void } {
  const api = useApi(buildsApiRef);
  const { projectKey, status, search } = filter;
  // How many pages are wanted belongs to the question, but asking for more of the same must not take the list off the page.
  const question = useMemo(() => {
    const query: BuildQuery = {
      ...(projectKey && { projectKey }),
      ...(status.length > 0 && { status }),
      ...(search && { search }),
    };
    const pages = { current: 1 };
    const load = (signal: AbortSignal) =>
      readPages(
        page => api.listBuilds(entityRef, { ...query, ...page }, { signal }),
        pages.current,
      );
    return { pages, load };
  }, [api, entityRef, projectKey, search, status]);
  const state = useObserved(question.load, { live: true });

  // While a changed filter is asked for, the builds of the old one stay where they are.
  const last = useRef<{ entityRef: string; data: BuildPage }>();
  if (state.data) last.current = { entityRef, data: state.data };
  const kept =
    last.current?.entityRef === entityRef ? last.current.data : undefined;
  const { refresh } = state;
  const showMore = useCallback(() => {
    question.pages.current += 1;
    refresh();
  }, [question, refresh]);
  return {
    state:
      state.loading && kept
        ? { ...state, loading: false, refreshing: true, data: kept }
        : state,
    showMore,
  };
}
