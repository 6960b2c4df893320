import { createHash } from 'node:crypto';
import type { ListedImage } from './images';

/** The manifest of an image as the registry would hand it out: as it was pushed, or with the commit in its OCI annotations. */
export function manifestOf(listed: ListedImage): string {
  const { image, digest, mediaType } = listed;
  if (image.manifest !== undefined) {
    return image.manifest;
  }
  const annotations = {
    'org.opencontainers.image.created': image.pushedAt,
    ...(image.revision && {
      'org.opencontainers.image.revision': image.revision,
    }),
  };
  const manifest =
    digest === image.digest && image.children
      ? { manifests: platforms(listed) }
      : {
          config: descriptor(`${digest}/config`, 7_023, 'config'),
          layers: layers(listed),
        };
  return JSON.stringify({
    schemaVersion: 2,
    mediaType,
    artifactType: image.artifactType,
    ...manifest,
    subject: image.subject && {
      mediaType: 'application/vnd.oci.image.index.v1+json',
      digest: image.subject,
      size: 1_024,
    },
    annotations,
  });
}

function platforms({ image }: ListedImage) {
  return (image.children ?? []).map(child => {
    const [os, architecture] = child.platform.split('/');
    return {
      mediaType: 'application/vnd.oci.image.manifest.v1+json',
      digest: child.digest,
      size: 1_248,
      platform: { os, architecture },
    };
  });
}

function layers(listed: ListedImage) {
  return [0.6, 0.3, 0.1].map((share, index) =>
    descriptor(
      `${listed.digest}/${index}`,
      Math.round(listed.sizeInBytes * share),
      'layer',
    ),
  );
}

function descriptor(seed: string, size: number, kind: 'config' | 'layer') {
  return {
    mediaType:
      kind === 'config'
        ? 'application/vnd.oci.image.config.v1+json'
        : 'application/vnd.oci.image.layer.v1.tar+gzip',
    digest: `sha256:${createHash('sha256').update(seed).digest('hex')}`,
    size,
  };
}
