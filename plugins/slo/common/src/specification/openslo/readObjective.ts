import type { Budgeting } from '../../domain/TimeWindow';
import type { Sli } from '../SloSpecification';
import { checkObjective } from '../checks/objective';
import { Mapping } from '../yaml/Mapping';
import type { Companions } from './Companions';
import { type BudgetingMethod, readBudgeting } from './readBudgeting';
import { readIndicator } from './readIndicator';

const FIELDS = [
  'displayName',
  'op',
  'value',
  'target',
  'targetPercent',
  'timeSliceTarget',
  'timeSliceWindow',
];
/** Of objectives that are put together from several indicators. */
const COMPOSITE_FIELDS = ['indicator', 'indicatorRef', 'compositeWeight'];

/** What one entry of `objectives` says. */
export interface OpenSloObjective {
  displayName?: string;
  /** Percent. */
  objective: number;
  sli: Sli;
  budgeting: Budgeting;
}

/** Reads an entry of `objectives`; undefined, and told why, when any of it is wrong. */
export function readObjective(
  objective: Mapping,
  spec: Mapping,
  {
    companions,
    method,
    windowSeconds,
  }: {
    companions: Companions;
    method: BudgetingMethod | undefined;
    windowSeconds: number;
  },
): OpenSloObjective | undefined {
  const { problems } = objective;
  const before = problems.refusals;
  objective.only([...FIELDS, ...COMPOSITE_FIELDS]);
  for (const key of COMPOSITE_FIELDS) {
    if (objective.has(key)) {
      problems.refuse(
        objective.keyPlace(key),
        'composite objectives are not supported',
      );
    }
  }
  const displayName = objective.text('displayName');
  const percent = readTarget(objective);
  const budgeting = method && readBudgeting(objective, method, windowSeconds);
  const indicator = findIndicator(spec, companions);
  const sli = indicator && readIndicator(indicator, objective, companions);
  if (problems.refusals > before || !sli || !budgeting) return undefined;
  return {
    ...(displayName ? { displayName } : {}),
    objective: percent!,
    sli,
    budgeting,
  };
}

/** `targetPercent`, or `target`, a share; rounded, because 0.29 * 100 is 28.999999999999996. */
function readTarget(objective: Mapping): number | undefined {
  const { problems } = objective;
  const keys = ['target', 'targetPercent'].filter(key => objective.has(key));
  if (keys.length !== 1) {
    problems.refuse(
      objective.place(keys[1] ?? 'target'),
      keys.length === 0
        ? '"target" or "targetPercent" is missing'
        : 'only one of "target" and "targetPercent" can be given',
    );
    return undefined;
  }
  const [key] = keys;
  const given = objective.number(key);
  if (given === undefined) return undefined;
  const place = objective.place(key);
  if (key === 'target' && given > 1) {
    problems.refuse(
      place,
      `a target is a share between 0 and 1, both excluded; ${given} may be meant as targetPercent`,
    );
    return undefined;
  }
  const percent =
    key === 'target' ? Number((given * 100).toPrecision(12)) : given;
  return checkObjective(percent, place, problems);
}

/** The indicator of the SLO, written in it or found by its name in the same file. */
function findIndicator(
  spec: Mapping,
  { indicators }: Companions,
): Mapping | undefined {
  const { problems } = spec;
  if (spec.has('indicator') === spec.has('indicatorRef')) {
    problems.refuse(
      spec.place('indicatorRef'),
      'needs "indicator" or "indicatorRef", one of them',
    );
    return undefined;
  }
  if (spec.has('indicator')) {
    const indicator = spec.child('indicator');
    indicator?.only(['metadata', 'spec']);
    return indicator?.requiredChild('spec');
  }
  const name = spec.requiredText('indicatorRef');
  const document = name === undefined ? undefined : indicators.get(name);
  if (name !== undefined && !document) {
    problems.refuse(
      spec.place('indicatorRef'),
      `the SLI "${name}" is not in this file`,
    );
  }
  return document?.requiredChild('spec');
}
