import {
  BUILD_STATUSES,
  type BuildStatus,
} from '@shopstack/plugin-builds-common';
import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';

/** What the list is narrowed to. An empty list and an empty text narrow nothing. */
export interface BuildFilter {
  projectKey?: string;
  status: BuildStatus[];
  search: string;
}

/** The part of the filter, as the URL calls it. */
const PARAMETERS = {
  projectKey: 'project',
  status: 'status',
  search: 'search',
};

/** Whether the filter narrows anything. */
export function isNarrowed({ projectKey, status, search }: BuildFilter) {
  return Boolean(projectKey || status.length > 0 || search);
}

/** The filter of the list of builds. It lives in the URL, so that it can be shared and the back button works. */
export function useBuildFilter(): {
  filter: BuildFilter;
  /** Changes the named parts. Typing replaces the entry of the history, everything else adds one. */
  narrow(part: Partial<BuildFilter>, options?: { replace?: boolean }): void;
  clear(): void;
} {
  const [parameters, setParameters] = useSearchParams();
  const projectKey = parameters.get(PARAMETERS.projectKey) ?? undefined;
  const search = parameters.get(PARAMETERS.search) ?? '';
  // A text, because it is compared by value: the list itself is new after every navigation.
  const statuses = parameters.getAll(PARAMETERS.status).join(',');
  const filter = useMemo<BuildFilter>(() => {
    const wanted = statuses.split(',');
    const status = BUILD_STATUSES.filter(each => wanted.includes(each));
    return { projectKey, search, status };
  }, [projectKey, search, statuses]);

  const narrow = useCallback(
    (part: Partial<BuildFilter>, options?: { replace?: boolean }) =>
      setParameters(before => {
        const after = new URLSearchParams(before);
        for (const [name, value] of Object.entries(part)) {
          const parameter = PARAMETERS[name as keyof BuildFilter];
          after.delete(parameter);
          for (const each of [value ?? []].flat()) {
            if (each) after.append(parameter, each);
          }
        }
        return after;
      }, options),
    [setParameters],
  );
  const clear = useCallback(
    () => narrow({ projectKey: undefined, status: [], search: '' }),
    [narrow],
  );
  return { filter, narrow, clear };
}
