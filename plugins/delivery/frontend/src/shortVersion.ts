import type { DeployedVersion } from '@shopstack/plugin-delivery-common';

const SHA_LENGTH = 7;
const DIGEST_LENGTH = 12;

/** A version as people say it: the first seven digits of its commit, else its tag, else the start of its digest. */
export function shortVersion(
  version: Omit<DeployedVersion, 'basis'> | undefined,
): string | undefined {
  if (version?.commit) return version.commit.slice(0, SHA_LENGTH);
  const { tag, digest } = version ?? {};
  if (tag) return /^[0-9a-f]{40}$/.test(tag) ? tag.slice(0, SHA_LENGTH) : tag;
  return digest?.replace('sha256:', '').slice(0, DIGEST_LENGTH);
}
