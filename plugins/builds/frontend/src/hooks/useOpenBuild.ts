import type { BuildId } from '@shopstack/plugin-builds-common';
import { useCallback, useMemo } from 'react';
import { useLocation, useSearchParams } from 'react-router-dom';
import { buildKey, parseBuildKey } from '../buildName';

/** Name in the URL of the build that is open. */
const PARAMETER = 'build';

/** The query of the address of the builds tab that opens a build. */
export function openBuildQuery(build: BuildId): string {
  return `?${new URLSearchParams({ [PARAMETER]: buildKey(build) })}`;
}

/** Which build is open. It lives in the URL: it can be shared, survives a reload, and the back button closes it. */
export function useOpenBuild(): {
  openBuild: BuildId | undefined;
  open(build: BuildId): void;
  close(): void;
  /** Where a link leads that opens a build and leaves the filter as it is. */
  hrefOf(build: BuildId): string;
} {
  const { pathname } = useLocation();
  const [parameters, setParameters] = useSearchParams();
  const key = parameters.get(PARAMETER);
  const openBuild = useMemo(() => parseBuildKey(key), [key]);
  const open = useCallback(
    (build: BuildId) =>
      setParameters(before => {
        const after = new URLSearchParams(before);
        after.set(PARAMETER, buildKey(build));
        return after;
      }),
    [setParameters],
  );
  const close = useCallback(
    () =>
      setParameters(before => {
        const after = new URLSearchParams(before);
        after.delete(PARAMETER);
        return after;
      }),
    [setParameters],
  );
  const hrefOf = useCallback(
    (build: BuildId) => {
      const after = new URLSearchParams(parameters);
      after.set(PARAMETER, buildKey(build));
      return `${pathname}?${after}`;
    },
    [parameters, pathname],
  );
  return { openBuild, open, close, hrefOf };
}
