import type { SloDetail, SloState } from '@shopstack/plugin-slo-common';

/** The states in which a number says nothing that one may rely on, even where one was recorded. */
const IN_DOUBT: readonly SloState[] = [
  'no-data',
  'invalid-sli',
  'rules-not-loaded',
];

/** True for an objective whose numbers say nothing; the reason of its state says why. */
export function isInDoubt({ state }: Pick<SloDetail, 'state'>): boolean {
  return IN_DOUBT.includes(state);
}

/** An objective without the numbers that its state puts in doubt: no data must not look like 100 %. */
export function withoutDoubt(slo: SloDetail): SloDetail {
  if (!isInDoubt(slo)) return slo;
  return {
    ...slo,
    sli: undefined,
    budget: {},
    burn: undefined,
    exhaustsAt: undefined,
    tooFewEvents: undefined,
  };
}
