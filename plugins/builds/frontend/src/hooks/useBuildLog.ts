import { useApi } from '@backstage/frontend-plugin-api';
import type { BuildId, BuildLog } from '@shopstack/plugin-builds-common';
import type { SourceStatus } from '@shopstack/plugin-kit-common';
import { useCallback, useEffect, useReducer, useRef, useState } from 'react';
import { buildsApiRef } from '../apis';
import { followLog } from '../log/followLog';
import { paintLine, type PaintedLine } from '../log/paintLine';

/** What a page knows of a log. */
export interface BuildLogState {
  /** All that was read so far; an outage takes none of it away. */
  lines: PaintedLine[];
  /** How the sources stood at the last answer. */
  sources: SourceStatus[];
  /** True until the first answer, good or bad. */
  loading: boolean;
  /** True when nothing follows and nothing will. */
  complete: boolean;
  /** Why the last reading failed. */
  error: Error | undefined;
  /** Goes on where the last good answer ended. */
  readOn(): void;
}

type Known = Omit<BuildLogState, 'readOn'> & { cursor?: string };

type Event =
  | { type: 'begin' }
  | { type: 'answer'; answer: BuildLog; fromBeginning: boolean }
  | { type: 'error'; error: Error };

const NOTHING: Known = {
  lines: [],
  sources: [],
  loading: true,
  complete: false,
  error: undefined,
};

function reduce(known: Known, event: Event): Known {
  if (event.type === 'begin') return NOTHING;
  if (event.type === 'error') {
    return { ...known, loading: false, error: event.error };
  }
  const { answer, fromBeginning } = event;
  const before = fromBeginning ? NOTHING : known;
  const more = answer.lines.map(paintLine);
  return {
    lines: more.length > 0 ? [...before.lines, ...more] : before.lines,
    cursor: answer.nextCursor ?? before.cursor,
    sources: answer.sources,
    loading: false,
    complete: answer.complete,
    error: undefined,
  };
}

/** The log of a build, followed while the build runs, the page can be seen and the component stands. */
export function useBuildLog(
  entityRef: string,
  { executor, id }: BuildId,
  { running }: { running: boolean },
): BuildLogState {
  const api = useApi(buildsApiRef);
  const [known, tell] = useReducer(reduce, NOTHING);
  const [round, setRound] = useState(0);
  // References, because a build that ends while it is read must not begin the reading again.
  const isRunning = useRef(running);
  isRunning.current = running;
  const cursor = useRef<string>();
  cursor.current = known.cursor;

  useEffect(() => {
    tell({ type: 'begin' });
    cursor.current = undefined;
  }, [api, entityRef, executor, id]);

  useEffect(() => {
    const controller = new AbortController();
    followLog({
      read: (from, signal) =>
        api.readLog(
          entityRef,
          { executor, id },
          from === undefined ? {} : { cursor: from },
          { signal },
        ),
      cursor: cursor.current,
      isRunning: () => isRunning.current,
      onAnswer: (answer, fromBeginning) =>
        tell({ type: 'answer', answer, fromBeginning }),
      onError: error => tell({ type: 'error', error }),
      signal: controller.signal,
    });
    return () => controller.abort();
  }, [api, entityRef, executor, id, round]);

  const readOn = useCallback(() => setRound(value => value + 1), []);
  const { lines, sources, loading, complete, error } = known;
  return { lines, sources, loading, complete, error, readOn };
}
