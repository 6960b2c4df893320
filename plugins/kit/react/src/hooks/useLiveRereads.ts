import { useCallback, useEffect, useRef } from 'react';
import { useObservedSignals } from './useObservedSignals';

/** How often an open, visible page reads again without a signal, for a socket that was lost. */
const HEARTBEAT_MS = 60_000;

/** All pages hear a signal at the same moment; they read again within this time. */
const SPREAD_MS = 300;

/** Whoever cannot tell whether a signal is for it reads again at most so often. */
const UNSURE_MS = 15_000;

/** More topics than this while one answer is awaited mean that everything may have changed. */
const MOST_HEARD = 2_000;

interface LiveOptions {
  isLive: boolean;
  /** The topics that the page shows. */
  topics: Set<string>;
  /** True while an answer is awaited. */
  isAsking: boolean;
  refresh(): void;
}

/**
 * Reads again when a signal names something that the page shows, and in any case once in a while; only while somebody
 * can see the page, and never twice at the same time.
 */
export function useLiveRereads(options: LiveOptions): void {
  const latest = useRef(options);
  latest.current = options;
  const heard = useRef(new Set<string>());
  const isDue = useRef(false);
  const lastReread = useRef(Number.NEGATIVE_INFINITY);
  const timer = useRef<ReturnType<typeof setTimeout>>();

  const reread = useCallback(() => {
    timer.current = undefined;
    const { isAsking, refresh } = latest.current;
    if (isDue.current && !isAsking && document.visibilityState === 'visible') {
      isDue.current = false;
      lastReread.current = performance.now();
      refresh();
    }
  }, []);

  const rereadSoon = useCallback(() => {
    const sinceLast = performance.now() - lastReread.current;
    const wait = latest.current.topics.size > 0 ? 0 : UNSURE_MS - sinceLast;
    timer.current ??= setTimeout(
      reread,
      Math.max(0, wait) + Math.random() * SPREAD_MS,
    );
  }, [reread]);

  const consider = useCallback(() => {
    const { topics, isAsking } = latest.current;
    if (isAsking) {
      return;
    }
    const isNews =
      heard.current.size >= MOST_HEARD ||
      [...heard.current].some(topic => topics.size === 0 || topics.has(topic));
    heard.current.clear();
    isDue.current ||= isNews;
    if (isDue.current && document.visibilityState === 'visible') {
      rereadSoon();
    }
  }, [rereadSoon]);

  const onTopics = useCallback(
    (topics: string[]) => {
      topics
        .slice(0, MOST_HEARD - heard.current.size)
        .forEach(topic => heard.current.add(topic));
      consider();
    },
    [consider],
  );
  useObservedSignals(options.isLive, onTopics);

  // What was heard while an answer was awaited may be newer than the answer.
  useEffect(consider, [consider, options.isAsking]);

  useEffect(() => {
    if (!options.isLive) {
      return undefined;
    }
    const beat = setInterval(() => {
      isDue.current = true;
      reread();
    }, HEARTBEAT_MS);
    document.addEventListener('visibilitychange', consider);
    return () => {
      clearInterval(beat);
      clearTimeout(timer.current);
      timer.current = undefined;
      document.removeEventListener('visibilitychange', consider);
    };
  }, [options.isLive, consider, reread]);
}
