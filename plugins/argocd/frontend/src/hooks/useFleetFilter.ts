import type { ArgocdApplicationSummary } from '@shopstack/plugin-argocd-common';
import { useAddress } from '@shopstack/plugin-kit-react';
import { useCallback, useMemo } from 'react';
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
  const [address, changeAddress] = useAddress();
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
      changeAddress(
        Object.fromEntries(
          Object.entries(parts).map(([key, value]) => [
            key,
            value || undefined,
          ]),
        ),
        { replace: true },
      ),
    [changeAddress],
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
