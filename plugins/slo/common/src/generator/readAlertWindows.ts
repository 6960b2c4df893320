import { InputError } from '@backstage/errors';
import { parse } from 'yaml';
import { z } from 'zod';
import { type AlertWindows, parseDuration } from '../domain';

const duration = z.string().transform((text, context) => {
  const seconds = parseDuration(text);
  if (seconds !== undefined) return seconds;
  context.addIssue({
    code: 'custom',
    message: 'must be a duration, such as 6h',
  });
  return z.NEVER;
});

const pair = z
  .strictObject({
    errorBudgetPercent: z.number().positive(),
    shortWindow: duration,
    longWindow: duration,
  })
  .transform(({ errorBudgetPercent, shortWindow, longWindow }) => ({
    errorBudgetPercent,
    shortSeconds: shortWindow,
    longSeconds: longWindow,
  }));

const pairs = z.strictObject({ quick: pair, slow: pair });

const file = z.strictObject({
  apiVersion: z.literal('sloth.slok.dev/v1'),
  kind: z.literal('AlertWindows'),
  spec: z.strictObject({ sloPeriod: duration, page: pairs, ticket: pairs }),
});

/**
 * Reads the windows for objectives of one period, in Sloth's format `AlertWindows`.
 *
 * @throws InputError saying what is wrong, and where in the document
 */
export function readAlertWindows(text: string): AlertWindows {
  let content: unknown;
  try {
    content = parse(text, { maxAliasCount: 0 });
  } catch (error) {
    throw new InputError((error as Error).message);
  }
  const { success, data, error } = file.safeParse(content);
  if (!success) {
    const [{ path, message }] = error.issues;
    throw new InputError(`${path.join('.') || 'document'}: ${message}`);
  }
  const { sloPeriod, page, ticket } = data.spec;
  return { periodSeconds: sloPeriod, page, ticket };
}
