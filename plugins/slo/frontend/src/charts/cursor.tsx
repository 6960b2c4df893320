import {
  createContext,
  useContext,
  useMemo,
  useSyncExternalStore,
  type ReactNode,
} from 'react';

/**
 * The moment that all charts of a page point at. It is kept outside React's state, so that a movement of the mouse
 * redraws cursors and legends, and no page.
 */
export interface Cursor {
  /** Unix seconds; undefined while nobody points at anything. */
  get(): number | undefined;
  set(at: number | undefined): void;
  subscribe(listener: () => void): () => void;
}

/** A cursor that points at nothing yet. */
export function createCursor(): Cursor {
  const listeners = new Set<() => void>();
  let current: number | undefined;
  return {
    get: () => current,
    set(at) {
      if (at === current) return;
      current = at;
      for (const each of listeners) each();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

const CursorContext = createContext<Cursor | undefined>(undefined);

/** The charts below share one cursor. */
export const SharedCursor = ({ children }: { children: ReactNode }) => {
  const cursor = useMemo(createCursor, []);
  return (
    <CursorContext.Provider value={cursor}>{children}</CursorContext.Provider>
  );
};

/** The cursor of the page, or one of its own for a chart that stands alone. */
export function useCursor(): Cursor {
  const shared = useContext(CursorContext);
  const own = useMemo(createCursor, []);
  return shared ?? own;
}

/**
 * Index of the time that is nearest to a moment; undefined where the moment lies outside of them by more than half a
 * step, or where there are none.
 *
 * @param times ascending
 */
export function nearestIndex(times: number[], at: number): number | undefined {
  if (times.length === 0) return undefined;
  let low = 0;
  let high = times.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (times[middle] <= at) low = middle;
    else high = middle;
  }
  const nearest = at - times[low] <= times[high] - at ? low : high;
  const step = times.length > 1 ? times[1] - times[0] : Infinity;
  const isOutside = Math.abs(at - times[nearest]) > step / 2;
  const isBeyond = at < times[0] || at > times[times.length - 1];
  return isOutside && isBeyond ? undefined : nearest;
}

/** Index of the moment that is pointed at, among the times of a chart. */
export function useCursorIndex(
  cursor: Cursor,
  times: number[],
): number | undefined {
  return useSyncExternalStore(cursor.subscribe, () => {
    const at = cursor.get();
    return at === undefined ? undefined : nearestIndex(times, at);
  });
}
