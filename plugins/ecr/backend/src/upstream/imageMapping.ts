import type { EcrImageKind } from '@shopstack/plugin-ecr-common';
import type { RepositoryImage } from '../images/RepositoryImage';
import { toListedScan } from './scanMapping';
import type { WireImage } from './wire';

const INDEXES = new Set([
  'application/vnd.oci.image.index.v1+json',
  'application/vnd.docker.distribution.manifest.list.v2+json',
]);

/** Configurations of what a container runs; everything else that has a type is an artifact. */
const RUNNABLE = new Set([
  'application/vnd.oci.image.config.v1+json',
  'application/vnd.docker.container.image.v1+json',
]);

/** How cosign names its artifacts where a registry keeps no referrers: `sha256-<hex of the image>.sig`. */
const COSIGN_TAG = /^sha256-[0-9a-f]{64}(\.(sig|att|sbom))?$/;

/** One image in the words of the portal. */
export function toRepositoryImage(image: WireImage): RepositoryImage {
  return {
    digest: image.imageDigest,
    tags: image.imageTags ?? [],
    kind: kindOf(image),
    sizeInBytes: image.imageSizeInBytes,
    pushedAt: image.imagePushedAt?.toISOString(),
    lastPulledAt: image.lastRecordedPullTime?.toISOString(),
    mediaType: image.imageManifestMediaType,
    archived: image.imageStatus === 'ARCHIVED' || undefined,
    scan: toListedScan(image),
  };
}

function kindOf(image: WireImage): EcrImageKind {
  const tags = image.imageTags ?? [];
  if (
    image.subjectManifestDigest ||
    (tags.length > 0 && tags.every(tag => COSIGN_TAG.test(tag)))
  ) {
    return 'artifact';
  }
  if (INDEXES.has(image.imageManifestMediaType ?? '')) {
    return 'index';
  }
  const type = image.artifactMediaType;
  return type === undefined || RUNNABLE.has(type) ? 'image' : 'artifact';
}
