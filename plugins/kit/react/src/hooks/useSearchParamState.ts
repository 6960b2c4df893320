import { useCallback, useEffect, useRef } from 'react';
import { useSearchParams } from 'react-router-dom';

/**
 * What the address will be when the changes of this moment have been drawn. The router would base each of them on what
 * is drawn now, and the last would undo the others.
 */
let upcoming: URLSearchParams | undefined;

/**
 * A state of the page that stands in its address: a link to the page shows the same, and going back takes the state
 * back. The initial value is the one that the address does not name. Typing replaces the entry of the history instead of
 * adding one for each letter.
 */
export function useSearchParamState(
  key: string,
  initial = '',
): [string, (value: string) => void] {
  const [params, setParams] = useSearchParams();
  const update = useRef(setParams);
  useEffect(() => {
    update.current = setParams;
  }, [setParams]);

  const set = useCallback(
    (value: string) => {
      update.current(
        before => {
          const after = new URLSearchParams(upcoming ?? before);
          if (value === initial) after.delete(key);
          else after.set(key, value);
          upcoming = after;
          queueMicrotask(() => {
            upcoming = undefined;
          });
          return after;
        },
        { replace: true },
      );
    },
    [key, initial],
  );
  return [params.get(key) ?? initial, set];
}
