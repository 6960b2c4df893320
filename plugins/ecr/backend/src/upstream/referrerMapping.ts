import type { EcrReferrer, EcrSigning } from '@shopstack/plugin-ecr-common';
import type { z } from 'zod';
import type { referrerSchema, signingSchema } from './wire';

/** Parts of artifact types by which their kind is known: cosign, Notary, SPDX, CycloneDX, Syft, in-toto, Sigstore. */
const KINDS: [RegExp, EcrReferrer['kind']][] = [
  [/(notary\.signature|cosign\.(artifact\.sig|simplesigning))/, 'signature'],
  [/(spdx|cyclonedx|syft|sbom)/, 'sbom'],
  [/(in-toto|attestation|dsse|slsa|sigstore\.bundle)/, 'attestation'],
];

/** What refers to an image, in the words of the portal. */
export function toReferrer(wire: z.output<typeof referrerSchema>): EcrReferrer {
  const { digest, artifactType, mediaType, size } = wire;
  return {
    digest,
    kind: kindOf(artifactType ?? ''),
    artifactType,
    mediaType,
    sizeInBytes: size,
  };
}

/** The verdict of a signing profile. */
export function toSigning(wire: z.output<typeof signingSchema>): EcrSigning {
  const status = (['COMPLETE', 'FAILED', 'IN_PROGRESS'] as const).find(
    known => known === wire.status,
  );
  return {
    status: status ?? 'UNKNOWN',
    profile: wire.signingProfileArn?.split('/').pop(),
    reason: wire.failureReason ?? wire.failureCode,
  };
}

function kindOf(artifactType: string): EcrReferrer['kind'] {
  const type = artifactType.toLowerCase();
  return KINDS.find(([pattern]) => pattern.test(type))?.[1] ?? 'other';
}
