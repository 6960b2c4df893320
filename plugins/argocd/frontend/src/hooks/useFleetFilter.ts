import type { ArgocdApplicationSummary } from '@shopstack/plugin-argocd-common';
import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';
import { FLEET_STATES, type FleetState, fleetState } from '../fleetState';

/** What narrows the list of all applications; it stands in the address of the page. */
export interface FleetFilter {
  search: string;
  states: FleetState[];
  instance: string;
  project: string;
}

/** The filter in the address, a way to change parts of it, and the test of one application. */
export function useFleetFilter() {
  const [address, setAddress] = useSearchParams();
  const filter = useMemo<FleetFilter>(() => {
    const states = (address.get('state') ?? '').split(',');
    return {
      search: address.get('search') ?? '',
      states: FLEET_STATES.filter(state => states.includes(state)),
      instance: address.get('instance') ?? '',
      project: address.get('project') ?? '',
    };
  }, [address]);
  const change = useCallback(
    (parts: Record<string, string>) =>
      setAddress(
        previous => {
          const next = new URLSearchParams(previous);
          for (const [key, value] of Object.entries(parts)) {
            if (value) next.set(key, value);
            else next.delete(key);
          }
          return next;
        },
        { replace: true, preventScrollReset: true },
      ),
    [setAddress],
  );
  /** All but the state, so that the states can be counted. */
  const fits = useCallback(
    (each: ArgocdApplicationSummary) =>
      (!filter.instance || each.instance === filter.instance) &&
      (!filter.project || each.project === filter.project) &&
      `${each.name} ${each.title ?? ''}`
        .toLocaleLowerCase()
        .includes(filter.search.trim().toLocaleLowerCase()),
    [filter],
  );
  const fitsState = useCallback(
    (each: ArgocdApplicationSummary) =>
      filter.states.length === 0 || filter.states.includes(fleetState(each)),
    [filter],
  );
  return { filter, change, fits, fitsState };
}
