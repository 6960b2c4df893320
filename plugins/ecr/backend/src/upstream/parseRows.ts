import { faultError } from '@shopstack/plugin-kit-node';
import type { z } from 'zod';

/**
 * The rows of an answer that are what the schema says; the others are left out, so that one odd row does not hide the
 * rest.
 *
 * @throws UpstreamError `malformed` when there are no rows at all: it must not look like an empty list.
 */
export function parseRows<S extends z.ZodType>(
  upstream: string,
  schema: S,
  rows: unknown,
): z.output<S>[] {
  if (!Array.isArray(rows)) {
    throw faultError('malformed', upstream, new Error('No list in the answer'));
  }
  return rows.flatMap(row => {
    const parsed = schema.safeParse(row);
    return parsed.success ? [parsed.data] : [];
  });
}
