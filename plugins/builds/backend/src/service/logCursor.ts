import { InputError } from '@backstage/errors';
import { z } from 'zod';

/** Where somebody is in a log: a position of the executor, and how many lines after it. */
export interface LogCursor {
  position: string;
  offset: number;
}

export const LOG_BEGINNING: LogCursor = { position: '', offset: 0 };

/** Tokens of CloudWatch Logs are at most 2,048 characters (API reference), and hold no spaces. */
const schema = z.tuple([
  z.string().regex(/^[\x21-\x7e]{0,2048}$/),
  z.number().int().min(0).max(10_000_000),
]);

export function encodeLogCursor({ position, offset }: LogCursor): string {
  return Buffer.from(JSON.stringify([position, offset])).toString('base64url');
}

/** @throws InputError when it is none that `encodeLogCursor` made. */
export function decodeLogCursor(cursor: string): LogCursor {
  try {
    const text = Buffer.from(cursor, 'base64url').toString('utf8');
    const [position, offset] = schema.parse(JSON.parse(text));
    return { position, offset };
  } catch {
    throw new InputError("'cursor' is none of this log");
  }
}
