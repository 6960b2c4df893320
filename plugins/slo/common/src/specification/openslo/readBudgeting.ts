import type { Budgeting } from '../../domain/TimeWindow';
import type { Mapping } from '../yaml/Mapping';
import { SHORTHAND_REASON, parseShorthand } from './shorthand';

const METHODS = ['Occurrences', 'Timeslices', 'RatioTimeslices'] as const;
export type BudgetingMethod = (typeof METHODS)[number];

export function readBudgetingMethod(
  spec: Mapping,
): BudgetingMethod | undefined {
  const text = spec.requiredText('budgetingMethod');
  const method = METHODS.find(each => each === text);
  if (text !== undefined && !method) {
    spec.problems.refuse(
      spec.place('budgetingMethod'),
      `must be one of ${METHODS.join(', ')}`,
    );
  }
  return method;
}

/** Reads how the budget of an objective is counted; `windowSeconds` is what the slices have to fit into. */
export function readBudgeting(
  objective: Mapping,
  method: BudgetingMethod,
  windowSeconds: number,
): Budgeting | undefined {
  const { problems } = objective;
  if (method === 'Occurrences') {
    for (const key of ['timeSliceTarget', 'timeSliceWindow']) {
      if (objective.has(key)) {
        problems.refuse(
          objective.keyPlace(key),
          'needs budgetingMethod: Timeslices',
        );
      }
    }
    return { method: 'occurrences' };
  }
  const sliceSeconds = readSlice(objective, windowSeconds);
  if (method === 'RatioTimeslices') {
    return sliceSeconds === undefined
      ? undefined
      : { method: 'ratio-timeslices', sliceSeconds };
  }
  const sliceTarget = objective.requiredNumber('timeSliceTarget');
  if (sliceTarget !== undefined && !(sliceTarget > 0 && sliceTarget <= 1)) {
    problems.refuse(
      objective.place('timeSliceTarget'),
      'must be above 0 and at most 1',
    );
  }
  return sliceSeconds === undefined || sliceTarget === undefined
    ? undefined
    : { method: 'timeslices', sliceSeconds, sliceTarget };
}

/** A plain number counts minutes. */
function readSlice(
  objective: Mapping,
  windowSeconds: number,
): number | undefined {
  const { problems } = objective;
  if (!objective.require('timeSliceWindow')) return undefined;
  const text = objective.source('timeSliceWindow') ?? '';
  const seconds = parseShorthand(
    /^\d+$/.test(text) ? `${text}m` : text,
  )?.seconds;
  if (seconds === undefined) {
    problems.refuse(objective.place('timeSliceWindow'), SHORTHAND_REASON);
  } else if (seconds >= windowSeconds) {
    problems.refuse(
      objective.place('timeSliceWindow'),
      'a slice must be shorter than the time window',
    );
  }
  return seconds;
}
