/** A number in [0, 1) that depends on the texts alone (FNV-1a, finished by an avalanche), spread evenly. */
export function unitOf(...texts: readonly string[]): number {
  let hash = 0x811c9dc5;
  for (const text of texts) {
    for (let i = 0; i < text.length; i++) {
      hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
    }
    hash = Math.imul(hash ^ 0xff, 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32;
}

/** A number between two others that depends on the texts alone. */
export function between(
  low: number,
  high: number,
  ...texts: readonly string[]
): number {
  return low + (high - low) * unitOf(...texts);
}
