import type { ObservedState } from '@shopstack/plugin-kit-react';
import { useEffect, useRef } from 'react';

/**
 * Keeps the answer to the last question while the next one is under way, so that a page does not jump when somebody
 * filters it. An answer about another subject is not kept, and neither is one after a failure: it would stand for
 * something that nobody asked.
 */
export function useKept<T>(
  state: ObservedState<T>,
  subject: string,
): ObservedState<T> {
  const last = useRef<{ subject: string; data: T; answeredAt?: string }>();
  const { data, answeredAt } = state;
  useEffect(() => {
    if (data) last.current = { subject, data, answeredAt };
  }, [data, answeredAt, subject]);
  const kept = last.current;
  if (!state.loading || kept?.subject !== subject) return state;
  return {
    ...state,
    loading: false,
    refreshing: true,
    data: kept.data,
    answeredAt: kept.answeredAt,
  };
}
