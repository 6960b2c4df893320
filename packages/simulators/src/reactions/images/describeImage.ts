import { createHash } from 'node:crypto';
import type { RegistryImage } from '../../world/types';

const INDEX = 'application/vnd.oci.image.index.v1+json';
const PLATFORMS = ['linux/amd64', 'linux/arm64'];

export interface PushedImage {
  repository: string;
  /** The commit, which is also the tag. */
  revision: string;
  digest: string;
}

/** The digest of an image: it depends on the content of the folder alone, so that building again gives the same image. */
export function digestOfTree(repository: string, tree: string): string {
  return sha256(`${repository}\n${tree}`);
}

/** An image as it is when it was just pushed. */
export function describeImage(
  { repository, revision, digest }: PushedImage,
  pushedAt: Date,
): RegistryImage {
  const seed = parseInt(digest.slice(-6), 16);
  return {
    repository,
    digest,
    tags: [revision],
    // Between 45 and 110 MB, as images of the demo's runtimes are.
    sizeInBytes: 45_000_000 + (seed % 65_000_000),
    pushedAt: pushedAt.toISOString(),
    mediaType: INDEX,
    children: PLATFORMS.map(platform => ({
      digest: sha256(`${digest}\n${platform}`),
      platform,
    })),
    revision,
    scan: { status: 'NOT_SCANNED', counts: {}, findings: [] },
  };
}

export function sha256(text: string) {
  return `sha256:${createHash('sha256').update(text).digest('hex')}`;
}
