import { ValueType } from './ast';

/** What a function takes and gives. `optional` counts parameters at the end that may be left out; -1 allows any number more. */
export interface FunctionSignature {
  readonly parameters: readonly ValueType[];
  readonly optional: number;
  readonly returns: ValueType;
}

function signature(
  parameters: readonly ValueType[],
  returns: ValueType = 'vector',
  optional = 0,
): FunctionSignature {
  return { parameters, returns, optional };
}

const ONE_MATRIX = signature(['matrix']);
const ONE_VECTOR = signature(['vector']);

/** Every function of the subset. A name that PromQL has and this table lacks is refused by name. */
export const FUNCTION_SIGNATURES: ReadonlyMap<string, FunctionSignature> =
  new Map([
    ...[
      'rate',
      'irate',
      'increase',
      'delta',
      'changes',
      'resets',
      'sum_over_time',
      'avg_over_time',
      'min_over_time',
      'max_over_time',
      'count_over_time',
      'last_over_time',
      'stddev_over_time',
      'stdvar_over_time',
      'present_over_time',
      'absent_over_time',
    ].map(name => [name, ONE_MATRIX] as const),
    ...[
      'abs',
      'absent',
      'ceil',
      'exp',
      'floor',
      'ln',
      'sort',
      'sort_desc',
      'sqrt',
      'timestamp',
    ].map(name => [name, ONE_VECTOR] as const),
    ['quantile_over_time', signature(['scalar', 'matrix'])],
    ['histogram_quantile', signature(['scalar', 'vector'])],
    ['clamp', signature(['vector', 'scalar', 'scalar'])],
    ['clamp_min', signature(['vector', 'scalar'])],
    ['clamp_max', signature(['vector', 'scalar'])],
    ['round', signature(['vector', 'scalar'], 'vector', 1)],
    [
      'label_replace',
      signature(['vector', 'string', 'string', 'string', 'string']),
    ],
    [
      'label_join',
      signature(['vector', 'string', 'string', 'string'], 'vector', -1),
    ],
    ['vector', signature(['scalar'])],
    ['scalar', signature(['vector'], 'scalar')],
    ['time', signature([], 'scalar')],
  ]);
