import { InputError } from '@backstage/errors';
import {
  SLO_CHARTS,
  SLO_STATES,
  type SloChartName,
  type SloChartRange,
  type SloReference,
  type SloState,
} from '@shopstack/plugin-slo-common';
import { parseQuery } from '@shopstack/plugin-kit-node';
import { z } from 'zod';

/** One value or several: `?state=burning&state=at-risk`. */
const several = <T extends z.ZodType>(value: T) =>
  z.union([z.array(value).max(100), value.transform(one => [one])]).optional();

const text = z.string().min(1).max(253);

export const listQuerySchema = z.strictObject({
  search: z.string().max(253).optional(),
  state: several(z.enum(SLO_STATES as [SloState, ...SloState[]])),
  ownedBy: several(text),
  system: several(text),
  instance: z.string().min(1).max(63).optional(),
});

/** Longest id of an objective: two names and labels that tell it apart. */
const LONGEST_ID = 1_000;

/**
 * Reads `:instance/:id` of a path.
 *
 * @throws InputError when a part is none that there can be.
 */
export function parseReferenceParams(
  params: Record<string, string | undefined>,
): SloReference {
  const { instance = '', id = '' } = params;
  if (!/^[A-Za-z0-9._-]{1,63}$/.test(instance)) {
    throw new InputError('The name of the instance is malformed');
  }
  if (id.length === 0 || id.length > LONGEST_ID) {
    throw new InputError('The id of the objective is malformed');
  }
  return { instance, id };
}

/** @throws InputError when there is no such chart. */
export function parseChartParam(chart: string | undefined): SloChartName {
  const known = SLO_CHARTS.find(name => name === chart);
  if (!known) {
    throw new InputError(
      `There is no such chart; ${SLO_CHARTS.join(', ')} are`,
    );
  }
  return known;
}

const moment = z
  .string()
  .max(40)
  .refine(value => Number.isFinite(Date.parse(value)), 'no moment in ISO form');

const rangeSchema = z.strictObject({
  last: z.string().min(1).max(32).optional(),
  from: moment.optional(),
  to: moment.optional(),
  calendar: z.enum(['week', 'month', 'quarter', 'year']).optional(),
});

/**
 * Reads what part of time is asked for.
 *
 * @throws InputError that names the parameter that does not fit.
 */
export function parseRangeQuery(query: unknown): SloChartRange {
  const { last, from, to, calendar } = parseQuery(rangeSchema, query);
  const ways = [last, from ?? to, calendar].filter(way => way !== undefined);
  if (ways.length !== 1) {
    throw new InputError(
      "The range is malformed: give 'last', or 'from' and 'to', or 'calendar'",
    );
  }
  if (last !== undefined) {
    return { last };
  }
  if (calendar !== undefined) {
    return { calendar };
  }
  if (from === undefined || to === undefined) {
    throw new InputError(
      `The query parameter '${from === undefined ? 'from' : 'to'}' is missing: a range has both`,
    );
  }
  return { from, to };
}
