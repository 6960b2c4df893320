import { InputError } from '@backstage/errors';
import type { z } from 'zod';

/**
 * Reads the query of a request. Its values are strings or lists of them, so numbers need `z.coerce`.
 *
 * @throws InputError that names the parameters that do not fit.
 */
export function parseQuery<S extends z.ZodType>(
  schema: S,
  query: unknown,
): z.output<S> {
  return parse(schema, query, 'query parameter');
}

/**
 * Reads the JSON body of a request.
 *
 * @throws InputError that names the fields that do not fit.
 */
export function parseBody<S extends z.ZodType>(
  schema: S,
  body: unknown,
): z.output<S> {
  return parse(schema, body, 'field');
}

/** More would not help the caller, and the answer must not grow with the question. */
const MOST_PROBLEMS = 5;

function parse<S extends z.ZodType>(
  schema: S,
  input: unknown,
  what: string,
): z.output<S> {
  const result = schema.safeParse(input);
  if (result.success) {
    return result.data;
  }
  const problems = result.error.issues
    .slice(0, MOST_PROBLEMS)
    .map(issue => describe(issue, what));
  throw new InputError(problems.join('; '));
}

function describe(issue: z.core.$ZodIssue, what: string): string {
  const names =
    issue.code === 'unrecognized_keys'
      ? issue.keys.slice(0, MOST_PROBLEMS)
      : [issue.path.join('.')];
  const message =
    issue.code === 'unrecognized_keys' ? 'unknown' : issue.message;
  const named = names.map(name => `'${printable(name)}'`).join(', ');
  return issue.path.length === 0 && issue.code !== 'unrecognized_keys'
    ? `The request is malformed: ${message}`
    : `The ${what} ${named} is malformed: ${message}`;
}

function printable(name: string): string {
  return name.slice(0, 60).replace(/[^\x20-\x7e]/g, '?');
}
