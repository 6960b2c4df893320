import type { SourceStatus } from '@shopstack/plugin-kit-common';
import type {
  EntitySlos,
  SloApi,
  SloList,
  SloState,
  SloSummary,
} from '@shopstack/plugin-slo-common';
import { SLO_STATES } from '@shopstack/plugin-slo-common';

export const ENTITY_REF = 'component:default/orders';

/** A service with objectives. */
export const entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name: 'orders',
    namespace: 'default',
    annotations: { 'shopstack.dev/slo-service': 'orders' },
  },
};

/** Every source answered. */
export const WHOLE: SourceStatus[] = [
  { source: 'prometheus', instance: 'shopstack', state: 'ok' },
  { source: 'alertmanager', instance: 'shopstack', state: 'ok' },
];

/** An objective that holds. */
export function slo(part: Partial<SloSummary> = {}): SloSummary {
  const name = part.name ?? 'availability';
  const service = part.service ?? 'orders';
  return {
    instance: 'shopstack',
    id: `${service}-${name}`,
    service,
    name,
    title: name,
    description: 'Requests that are answered without an error',
    category: 'technical',
    environment: 'prod',
    labels: {},
    entityRef: ENTITY_REF,
    entityTitle: 'Orders',
    owner: 'group:default/team-checkout',
    system: 'system:default/checkout',
    state: 'healthy',
    stateReason: 'Nothing burns, and enough of the budget is left.',
    objective: 99.9,
    window: { kind: 'rolling', seconds: 2_592_000, text: '30d' },
    budgeting: 'occurrences',
    mode: 'guarded',
    sli: 0.99953,
    budget: {
      remaining: 0.53,
      events: { total: 1_000_000, bad: 470, allowed: 1_000, left: 530 },
    },
    burn: 0.3,
    filled: 1,
    alerts: [],
    ...part,
  };
}

/** What the backend answers for an entity. */
export const entitySlos = (
  items: SloSummary[],
  part: Partial<EntitySlos> = {},
): EntitySlos => ({ items, sources: WHOLE, problems: [], ...part });

/** What the backend answers for all. */
export function sloList(
  items: SloSummary[],
  part: Partial<SloList> = {},
): SloList {
  const totals = Object.fromEntries(
    SLO_STATES.map(state => [
      state,
      items.filter(each => each.state === state).length,
    ]),
  ) as Record<SloState, number>;
  return { items, sources: WHOLE, totals, ...part };
}

/** A backend that answers with nothing, but for the methods that are named. */
export const fakeSloApi = (part: Partial<SloApi> = {}): SloApi => ({
  listSlos: async () => entitySlos([]),
  listAllSlos: async () => sloList([]),
  getSlo: async () => ({ items: [], sources: WHOLE }),
  getChart: async () => ({ items: [], sources: WHOLE }),
  listDeployments: async () => ({ items: [], sources: WHOLE }),
  ...part,
});
