import { InputError } from '@backstage/errors';
import { SORT_KEY } from './sortKeys';

/** Where a page ended, as text that means nothing to who holds it. */
export function encodeCursor(sortKey: string): string {
  return Buffer.from(sortKey).toString('base64url');
}

/** @throws InputError when it is none that `encodeCursor` made. */
export function decodeCursor(cursor: string): string {
  const sortKey = Buffer.from(cursor, 'base64url').toString('latin1');
  if (!SORT_KEY.test(sortKey)) {
    throw new InputError("'cursor' is none of this list");
  }
  return sortKey;
}
