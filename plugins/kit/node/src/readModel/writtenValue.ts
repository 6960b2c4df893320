import { createHash } from 'node:crypto';
import type { KeptValue } from './ReadModel';

/** Longer keys are kept by their hash: an annotation may be as long as its author likes, a primary key may not. */
const LONGEST_KEY = 200;

/** A value as it is written. */
export function writeValue(value: unknown): KeptValue & { text: string } {
  const text = JSON.stringify(value);
  const fingerprint = createHash('sha256').update(text).digest('base64url');
  return { text, fingerprint, size: text.length };
}

/** A key as it is written. */
export function shortKey(key: string): string {
  return key.length <= LONGEST_KEY
    ? key
    : `sha256:${createHash('sha256').update(key).digest('hex')}`;
}
