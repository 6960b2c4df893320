import type { EcrReferrer } from '@shopstack/plugin-ecr-common';
import type { RepositoryImage } from '../images/RepositoryImage';

const KINDS = {
  sig: 'signature',
  att: 'attestation',
  sbom: 'sbom',
} as const;

/**
 * What cosign pushed beside an image before registries kept referrers: `sha256-<hex of the image>.sig`, `.att`, `.sbom`.
 *
 * @param listed - all images of the repository
 * @param known - referrers that the registry names itself; they are not named twice
 */
export function cosignReferrers(
  digest: string,
  listed: readonly RepositoryImage[],
  known: readonly EcrReferrer[],
): EcrReferrer[] {
  const prefix = `${digest.replace(':', '-')}.`;
  const named = new Set(known.map(referrer => referrer.digest));
  return listed.flatMap(image => {
    const tag = image.tags.find(candidate => candidate.startsWith(prefix));
    const kind = tag && KINDS[tag.slice(prefix.length) as keyof typeof KINDS];
    return kind && !named.has(image.digest)
      ? [
          {
            digest: image.digest,
            kind,
            mediaType: image.mediaType,
            sizeInBytes: image.sizeInBytes,
          },
        ]
      : [];
  });
}
