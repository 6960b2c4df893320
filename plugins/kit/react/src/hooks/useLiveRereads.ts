import {
  type SourceStatus,
  troubledSources,
} from '@shopstack/plugin-kit-common';
import { useCallback, useEffect, useMemo, useRef } from 'react';
import { topicsOf } from './observedTopics';
import { useObservedSignals } from './useObservedSignals';

/** How often an open, visible page reads again without a signal, for a socket that was lost. */
const HEARTBEAT_MS = 60_000;

/** And while it shows trouble: a source that heals, or a first read that ends, must not be missed for a lost signal. */
const TROUBLED_MS = 10_000;

/** All pages hear a signal at the same moment; they read again within this time. */
const SPREAD_MS = 300;

/** Whoever cannot tell whether a signal is for it reads again at most so often. */
const UNSURE_MS = 15_000;

/** More topics than this while one answer is awaited mean that everything may have changed. */
const MOST_HEARD = 2_000;

interface LiveOptions {
  isLive: boolean;
  /** The sources that the page shows; the list keeps its identity while the answer does. */
  sources: SourceStatus[];
  /** True while an answer is awaited. */
  isAsking: boolean;
  refresh(): void;
}

/**
 * Reads again when a signal names something that the page shows, and in any case once in a while; only while somebody
 * can see the page, and never twice at the same time.
 */
export function useLiveRereads({ sources, ...options }: LiveOptions): void {
  const topics = useMemo(() => topicsOf(sources), [sources]);
  const isTroubled = useMemo(
    () => troubledSources(sources).length > 0,
    [sources],
  );
  const latest = useRef({ ...options, topics });
  latest.current = { ...options, topics };
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
    const { topics: shown, isAsking } = latest.current;
    if (isAsking) {
      return;
    }
    const isNews =
      heard.current.size >= MOST_HEARD ||
      [...heard.current].some(topic => shown.size === 0 || shown.has(topic));
    heard.current.clear();
    isDue.current ||= isNews;
    if (isDue.current && document.visibilityState === 'visible') {
      rereadSoon();
    }
  }, [rereadSoon]);

  const onTopics = useCallback(
    (said: string[]) => {
      said
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
    const beat = setInterval(
      () => {
        isDue.current = true;
        reread();
      },
      isTroubled ? TROUBLED_MS : HEARTBEAT_MS,
    );
    return () => clearInterval(beat);
  }, [options.isLive, isTroubled, reread]);

  useEffect(() => {
    if (!options.isLive) {
      return undefined;
    }
    document.addEventListener('visibilitychange', consider);
    return () => {
      clearTimeout(timer.current);
      timer.current = undefined;
      document.removeEventListener('visibilitychange', consider);
    };
  }, [options.isLive, consider]);
}
