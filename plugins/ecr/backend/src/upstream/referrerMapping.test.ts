import { toReferrer, toSigning } from './referrerMapping';

const digest = `sha256:${'a'.repeat(64)}`;

describe('toReferrer', () => {
  it.each([
    ['application/vnd.cncf.notary.signature', 'signature'],
    ['application/vnd.dev.cosign.artifact.sig.v1+json', 'signature'],
    ['application/spdx+json', 'sbom'],
    ['application/vnd.cyclonedx+json', 'sbom'],
    ['application/vnd.syft+json', 'sbom'],
    ['application/vnd.in-toto+json', 'attestation'],
    ['application/vnd.dev.sigstore.bundle.v0.3+json', 'attestation'],
    ['application/vnd.example.other', 'other'],
    [undefined, 'other'],
  ])('knows %s for a %s', (artifactType, kind) => {
    expect(toReferrer({ digest, artifactType, size: 7 } as never)).toEqual({
      digest,
      kind,
      artifactType,
      mediaType: undefined,
      sizeInBytes: 7,
    });
  });
});

describe('toSigning', () => {
  it('names the profile and why it failed', () => {
    expect(
      toSigning({
        signingProfileArn:
          'arn:aws:signer:us-east-1:123456789012:/signing-profiles/shopstack',
        status: 'FAILED',
        failureCode: 'AccessDenied',
        failureReason: undefined,
      }),
    ).toEqual({
      status: 'FAILED',
      profile: 'shopstack',
      reason: 'AccessDenied',
    });
    expect(toSigning({ status: 'NOVEL' } as never).status).toBe('UNKNOWN');
  });
});
