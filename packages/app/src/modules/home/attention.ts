import type {
  EnvironmentState,
  ServiceDelivery,
} from '@shopstack/plugin-delivery-common';

/** One thing that a person should look at. */
export type AttentionItem = { entityRef: string; service: string } & (
  | { kind: 'degraded'; state: EnvironmentState }
  | { kind: 'unknown'; environments: string[] }
);

/** What needs a person, the worst first: what is degraded, then what cannot be told. */
export function attentionOf(services: ServiceDelivery[]): AttentionItem[] {
  const degraded: AttentionItem[] = [];
  const unknown: AttentionItem[] = [];
  for (const { entityRef, title: service, environments } of services) {
    for (const state of environments) {
      if (state.state === 'degraded') {
        degraded.push({ entityRef, service, kind: 'degraded', state });
      }
    }
    const untold = environments
      .filter(state => state.state === 'unknown')
      .map(state => state.environment);
    if (untold.length > 0) {
      unknown.push({
        entityRef,
        service,
        kind: 'unknown',
        environments: untold,
      });
    }
  }
  return [...degraded, ...unknown];
}
