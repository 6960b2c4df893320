import type { SourceStatus } from '@shopstack/plugin-kit-common';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { sourcesOf } from './observedTopics';
import { useLiveRereads } from './useLiveRereads';

/** What a page knows of one question to the backend. */
export interface ObservedState<T> {
  /** True until the first answer, good or bad. */
  loading: boolean;
  /** True while asking again with an answer already on the page. */
  refreshing: boolean;
  /** The last good answer to this question; stays while asking again, and when asking again fails. */
  data: T | undefined;
  /** Why the last asking failed. May stand beside `data`. */
  error: Error | undefined;
  /** When `data` was answered, ISO. */
  answeredAt: string | undefined;
  refresh(): void;
}

export interface ObservedOptions<T> {
  /**
   * Ask again when a signal says that a source of the answer has changed. The sources are `sources` of the answer, or
   * what a function finds in it; a function must keep its identity.
   */
  live?: boolean | ((data: T) => SourceStatus[]);
  /** Ask again every so many seconds while the page is visible; absent means only on `refresh`. */
  everySeconds?: number;
}

type Answer<T> = Pick<ObservedState<T>, 'data' | 'error' | 'answeredAt'>;

/**
 * Asks once, and again on `refresh`. `load` is the question: wrap it in `useCallback` with complete dependencies, for a
 * new identity is a new question, and the answer to the old one leaves the page.
 */
export function useObserved<T>(
  load: (signal: AbortSignal) => Promise<T>,
  { live = false, everySeconds }: ObservedOptions<T> = {},
): ObservedState<T> {
  const [round, setRound] = useState(0);
  const [answer, setAnswer] = useState<Answer<T> & { to?: typeof load }>({
    data: undefined,
    error: undefined,
    answeredAt: undefined,
  });
  const [pending, setPending] = useState(true);
  const latest = useRef(0);
  const isAsking = useRef(false);

  useEffect(() => {
    const controller = new AbortController();
    latest.current += 1;
    const mine = latest.current;
    const isCurrent = () =>
      mine === latest.current && !controller.signal.aborted;
    const settle = () => {
      isAsking.current = false;
      setPending(false);
    };
    isAsking.current = true;
    setPending(true);
    load(controller.signal).then(
      data => {
        if (!isCurrent()) return;
        const answeredAt = new Date().toISOString();
        setAnswer({ data, error: undefined, answeredAt, to: load });
        settle();
      },
      error => {
        if (!isCurrent()) return;
        setAnswer(previous => ({
          ...(previous.to === load
            ? previous
            : { data: undefined, answeredAt: undefined }),
          error: error instanceof Error ? error : new Error(String(error)),
          to: load,
        }));
        settle();
      },
    );
    return () => controller.abort();
  }, [load, round]);

  const refresh = useCallback(() => setRound(value => value + 1), []);

  useEffect(() => {
    if (!everySeconds) return undefined;
    const timer = setInterval(() => {
      // A slow answer is waited for: asking again would take the question back, and never hear the answer.
      if (!isAsking.current && document.visibilityState === 'visible') {
        refresh();
      }
    }, everySeconds * 1_000);
    return () => clearInterval(timer);
  }, [everySeconds, refresh]);

  const current = answer.to === load;
  const shown = current ? answer.data : undefined;
  const sources = useMemo(() => {
    if (shown === undefined) return [];
    return typeof live === 'function' ? live(shown) : sourcesOf(shown);
  }, [shown, live]);
  useLiveRereads({
    isLive: Boolean(live),
    sources,
    isAsking: !current || pending,
    refresh,
  });

  return {
    loading: !current,
    refreshing: current && pending,
    data: shown,
    error: current ? answer.error : undefined,
    answeredAt: current ? answer.answeredAt : undefined,
    refresh,
  };
}
