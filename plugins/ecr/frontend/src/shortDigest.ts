/** `sha256:` and twelve digits. */
const SHORT_DIGEST_LENGTH = 19;

/** Enough of a digest to tell it apart: `sha256:4f2a9c1b0d3e`. */
export function shortDigest(digest: string): string {
  return digest.slice(0, SHORT_DIGEST_LENGTH);
}
