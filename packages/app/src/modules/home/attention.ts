import type { FailedBuild } from '@shopstack/plugin-builds';
import type { SloSummary } from '@shopstack/plugin-slo-common';
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
      kind: 'failed-build';
      entityRef: string;
      service: string;
      failed: FailedBuild;
    }
  | {
      kind: 'unknown';
      entityRef: string;
      service: string;
      environments: string[];
    }
  | { kind: 'many-unknown'; services: number }
  | { kind: 'builds-unknown'; services: number }
  | {
      kind: 'slo';
      slo: SloSummary;
      /** When it was so, where that is not now: the source does not answer. */
      asOf?: string;
    }
  | { kind: 'slos-unknown' };

/** What is known of the error budgets of the services. */
export interface KnownSlos {
  /** Those that burn or are exhausted, the worst first. */
  items: SloSummary[];
  asOf?: string;
  /** True when nothing can be told of at least some. */
  isUntold: boolean;
}

/** What is known of the builds of the services. */
interface KnownBuilds {
  items: FailedBuild[];
  /** Services whose builds cannot be told. */
  untold: string[];
}

/** So many services that cannot be told are named one by one; more of them have one cause, which is said above. */
const UNKNOWN_NAMED = 3;

function failedBuilds(
  services: ServiceDelivery[],
  { items }: KnownBuilds,
): AttentionItem[] {
  return items.flatMap(failed => {
    const { entityRef } = failed;
    const service = services.find(each => each.entityRef === entityRef)?.title;
    return service
      ? { kind: 'failed-build' as const, entityRef, service, failed }
      : [];
  });
}

/**
 * What needs a person, the worst first: what is degraded, which budgets burn, which builds failed, then what cannot be
 * told.
 */
export function attentionOf(
  services: ServiceDelivery[],
  builds: KnownBuilds = { items: [], untold: [] },
  slos: KnownSlos = { items: [], isUntold: false },
): AttentionItem[] {
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
  const untoldServices: AttentionItem[] =
    unknown.length > UNKNOWN_NAMED
      ? [{ kind: 'many-unknown', services: unknown.length }]
      : unknown;
  const untoldBuilds: AttentionItem[] =
    builds.untold.length > 0
      ? [{ kind: 'builds-unknown', services: builds.untold.length }]
      : [];
  const burning = slos.items.map(slo => ({
    kind: 'slo' as const,
    slo,
    asOf: slos.asOf,
  }));
  return [
    ...degraded,
    ...burning,
    ...failedBuilds(services, builds),
    ...untoldServices,
    ...untoldBuilds,
    ...(slos.isUntold ? [{ kind: 'slos-unknown' as const }] : []),
  ];
}
