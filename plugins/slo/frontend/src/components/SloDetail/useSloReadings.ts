import { useApi } from '@backstage/frontend-plugin-api';
import type { Observed } from '@shopstack/plugin-kit-common';
import { useObserved, type ObservedState } from '@shopstack/plugin-kit-react';
import type {
  SloChart,
  SloChartName,
  SloChartRange,
  SloDeployment,
  SloDetail,
  SloReference,
} from '@shopstack/plugin-slo-common';
import { useCallback, useEffect, useMemo, useRef } from 'react';
import { sloApiRef } from '../../apis';

/** Which objective of which entity, and whether the page follows it. */
export interface Subject extends SloReference {
  entityRef: string;
  isLive: boolean;
}

/** One objective, kept current. */
export function useSlo(subject: Subject): ObservedState<Observed<SloDetail>> {
  const { entityRef, instance, id, isLive } = subject;
  const api = useApi(sloApiRef);
  const load = useCallback(
    (signal: AbortSignal) =>
      api.getSlo(entityRef, { instance, id }, { signal }),
    [api, entityRef, instance, id],
  );
  return useObserved(load, { live: isLive });
}

/** The same range as long as it says the same, so that it is the same question. */
function useSameRange(range: SloChartRange): SloChartRange {
  const key = JSON.stringify(range);
  return useMemo(() => JSON.parse(key), [key]);
}

/** An answer, and whether it is that to the question before this one. */
export interface KeptState<T> extends ObservedState<T> {
  isOfAnotherRange: boolean;
}

/**
 * Keeps the answer for the range before, while that for the new one is under way: a chart that is zoomed shows at once
 * what it has of the stretch, and nothing jumps. After a failure it shows the failure.
 */
function useKept<T>(state: ObservedState<T>, subject: string): KeptState<T> {
  const last = useRef<{ subject: string; data: T; answeredAt?: string }>();
  const { data, answeredAt } = state;
  useEffect(() => {
    if (data) last.current = { subject, data, answeredAt };
  }, [data, answeredAt, subject]);
  const kept = last.current;
  if (!state.loading || kept?.subject !== subject) {
    return { ...state, isOfAnotherRange: false };
  }
  return {
    ...state,
    loading: false,
    refreshing: true,
    data: kept.data,
    answeredAt: kept.answeredAt,
    isOfAnotherRange: true,
  };
}

/** One chart of an objective, kept current. */
export function useChart(
  subject: Subject,
  chart: SloChartName,
  chosen: SloChartRange,
): KeptState<Observed<SloChart>> {
  const { entityRef, instance, id, isLive } = subject;
  const api = useApi(sloApiRef);
  const range = useSameRange(chosen);
  const load = useCallback(
    (signal: AbortSignal) =>
      api.getChart(entityRef, { instance, id }, chart, range, { signal }),
    [api, entityRef, instance, id, chart, range],
  );
  const state = useObserved(load, { live: isLive });
  return useKept(state, [entityRef, instance, id, chart].join(' '));
}

/** The deployments of an objective's service within a range, kept current. */
export function useDeployments(
  subject: Subject,
  chosen: SloChartRange,
): KeptState<Observed<SloDeployment>> {
  const { entityRef, instance, id, isLive } = subject;
  const api = useApi(sloApiRef);
  const range = useSameRange(chosen);
  const load = useCallback(
    (signal: AbortSignal) =>
      api.listDeployments(entityRef, { instance, id }, range, { signal }),
    [api, entityRef, instance, id, range],
  );
  const state = useObserved(load, { live: isLive });
  return useKept(state, [entityRef, instance, id].join(' '));
}
