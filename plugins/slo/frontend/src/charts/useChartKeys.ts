import { useState, type KeyboardEvent } from 'react';
import { nearestIndex, type Cursor } from './cursor';
import type { Extent } from './types';

/** Steps of the page keys, as share of all times. */
const PAGE = 0.1;

/** What the keys of a focused chart do. */
export interface ChartKeys {
  /** Where a marking began, Unix seconds; undefined while nothing is being marked. */
  markedFrom: number | undefined;
  onKeyDown(event: KeyboardEvent): void;
  /** The last value that is looked at when the focus comes. */
  onFocus(): void;
  onBlur(): void;
}

/**
 * A chart by keyboard: the arrows move the cursor, the page keys by a tenth, Home and End to the edges; Enter begins to
 * mark a stretch, and zooms to it when pressed again; Escape takes the marking back.
 */
export function useChartKeys(
  times: number[],
  cursor: Cursor,
  onZoom: (extent: Extent) => void,
): ChartKeys {
  const [markedFrom, setMarkedFrom] = useState<number>();
  const last = times.length - 1;
  const current = () => {
    const at = cursor.get();
    return at === undefined ? undefined : nearestIndex(times, at);
  };
  const moveTo = (index: number) =>
    cursor.set(times[Math.max(0, Math.min(last, index))]);

  const mark = () => {
    const at = times[current() ?? last];
    if (markedFrom === undefined) {
      setMarkedFrom(at);
      return;
    }
    setMarkedFrom(undefined);
    if (at !== markedFrom) {
      onZoom([Math.min(at, markedFrom), Math.max(at, markedFrom)]);
    }
  };

  const actions: Record<string, (index: number) => void> = {
    ArrowLeft: index => moveTo(index - 1),
    ArrowRight: index => moveTo(index + 1),
    PageUp: index => moveTo(index + Math.ceil(last * PAGE)),
    PageDown: index => moveTo(index - Math.ceil(last * PAGE)),
    Home: () => moveTo(0),
    End: () => moveTo(last),
    Enter: mark,
    Escape: () => setMarkedFrom(undefined),
  };
  return {
    markedFrom,
    onKeyDown(event) {
      const action = actions[event.key];
      if (!action || last < 0) return;
      event.preventDefault();
      action(current() ?? last);
    },
    onFocus() {
      if (current() === undefined && last >= 0) moveTo(last);
    },
    onBlur() {
      setMarkedFrom(undefined);
      cursor.set(undefined);
    },
  };
}
