import type {
  EnvironmentState,
  ServiceDelivery,
} from '@shopstack/plugin-delivery-common';

/** One thing that a person should look at. */
export type AttentionItem =
  | {
      kind: 'degraded';
      entityRef: string;
      service: string;
      state: EnvironmentState;
    }
  | {
      kind: 'unknown';
      entityRef: string;
      service: string;
      environments: string[];
    }
  | { kind: 'many-unknown'; services: number };

/** So many services that cannot be told are named one by one; more of them have one cause, which is said above. */
const UNKNOWN_NAMED = 3;

/** What needs a person, the worst first: what is degraded, then what cannot be told. */
export function attentionOf(services: ServiceDelivery[]): AttentionItem[] {
  const degraded: AttentionItem[] = [];
  const unknown: AttentionItem[] = [];
  for (const { entityRef, title: service, environments } of services) {
    for (const state of environments) {
      if (state.state === 'degraded') {
        degraded.push({ kind: 'degraded', entityRef, service, state });
      }
    }
    const untold = environments
      .filter(state => state.state === 'unknown')
      .map(state => state.environment);
    if (untold.length > 0) {
      unknown.push({
        kind: 'unknown',
        entityRef,
        service,
        environments: untold,
      });
    }
  }
  return unknown.length > UNKNOWN_NAMED
    ? [...degraded, { kind: 'many-unknown', services: unknown.length }]
    : [...degraded, ...unknown];
}
