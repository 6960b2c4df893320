import { createHash } from 'node:crypto';

/** Characters that Kubernetes makes names of: no vowels, so that no words come out. */
const safe = 'bcdfghjklmnpqrstvwxz2456789';

/** SHA-256 in hexadecimal. The world has no dice: what looks random is the hash of what it belongs to. */
export function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** A name of so many characters for a text, as Kubernetes would make it. */
export function safeName(text: string, length: number): string {
  const bytes = createHash('sha256').update(text).digest();
  return [...bytes.subarray(0, length)]
    .map(byte => safe[byte % safe.length])
    .join('');
}

/** A number from 0 up to 1 for a text. */
export function fraction(text: string): number {
  return parseInt(hash(text).slice(0, 8), 16) / 0x1_0000_0000;
}
