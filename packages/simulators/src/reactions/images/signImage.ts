import type { RepositorySettings } from '../../aws/types';
import type { DocumentStore, RegistryImage } from '../../world/types';
import { sha256 } from './describeImage';

/** What a signed image has beside it: a signature of the Notary project and a bill of materials in SPDX. */
const REFERRERS = [
  {
    name: 'signature',
    artifactType: 'application/vnd.cncf.notary.signature',
    sizeInBytes: 2_184,
  },
  {
    name: 'sbom',
    artifactType: 'application/spdx+json',
    sizeInBytes: 184_320,
  },
];

/** Signs an image and adds its bill of materials, where the settings of its repository name a signing profile. */
export function signImage(
  store: DocumentStore,
  repository: string,
  digest: string,
): void {
  const profileArn = store.get<RepositorySettings>(
    'ecr-repository-settings',
    repository,
  )?.signingProfileArn;
  const image = store.get<RegistryImage>('image', `${repository}/${digest}`);
  if (!profileArn || !image) {
    return;
  }
  store.put('image', `${repository}/${digest}`, {
    ...image,
    signings: [{ profileArn, status: 'COMPLETE' }],
  } satisfies RegistryImage);
  for (const { name, artifactType, sizeInBytes } of REFERRERS) {
    const referrer: RegistryImage = {
      repository,
      digest: sha256(`${digest}\n${name}`),
      tags: [],
      sizeInBytes,
      pushedAt: image.pushedAt,
      mediaType: 'application/vnd.oci.image.manifest.v1+json',
      artifactType,
      subject: digest,
      scan: {
        status: 'UNSUPPORTED_IMAGE',
        reason: 'UnsupportedImageError: The artifact is no container image',
        counts: {},
        findings: [],
      },
    };
    store.put('image', `${repository}/${referrer.digest}`, referrer);
  }
}
