import {
  SLO_STATES,
  type SloState,
  type SloSummary,
} from '@shopstack/plugin-slo-common';

/** Properties by which a list can be narrowed to one value. */
export const SLO_CHOICES = [
  'owner',
  'system',
  'environment',
  'category',
  'instance',
] as const;

export type SloChoice = (typeof SLO_CHOICES)[number];

/** What narrows the list of all objectives; it stands in the address of the page. Empty means all. */
export interface SloFilter extends Record<SloChoice, string> {
  search: string;
  states: SloState[];
}

/** Names of the filter in the address. Whose objectives are shown is another key, `owner`. */
export const FILTER_KEYS: Record<SloChoice | 'search' | 'state', string> = {
  search: 'search',
  state: 'state',
  owner: 'team',
  system: 'system',
  environment: 'environment',
  category: 'kind',
  instance: 'instance',
};

/** The filter that an address names; words that are no states are left out. */
export function readSloFilter(address: URLSearchParams): SloFilter {
  const states = (address.get(FILTER_KEYS.state) ?? '').split(',');
  const choices = SLO_CHOICES.map(choice => [
    choice,
    address.get(FILTER_KEYS[choice]) ?? '',
  ]);
  return {
    ...(Object.fromEntries(choices) as Record<SloChoice, string>),
    search: address.get(FILTER_KEYS.search) ?? '',
    states: SLO_STATES.filter(state => states.includes(state)),
  };
}

/** The objectives that fit all but the state, so that states can be counted. */
export function fitting(slos: SloSummary[], filter: SloFilter): SloSummary[] {
  const search = filter.search.trim().toLocaleLowerCase();
  return slos.filter(
    slo =>
      SLO_CHOICES.every(
        choice => !filter[choice] || slo[choice] === filter[choice],
      ) &&
      [slo.title, slo.name, slo.service, slo.entityTitle, slo.description].some(
        text => text?.toLocaleLowerCase().includes(search),
      ),
  );
}

/** The objectives in one of the states; all of them when no state is chosen. */
export function inStates(slos: SloSummary[], states: SloState[]): SloSummary[] {
  return states.length === 0
    ? slos
    : slos.filter(({ state }) => states.includes(state));
}
