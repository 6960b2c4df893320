import { createHash } from 'node:crypto';
import { z } from 'zod';
import { startScanOnPush } from '../../reactions/images/startScan';
import type { DocumentStore, RegistryImage } from '../../world/types';
import { ACCOUNT_ID } from '../account';
import { AwsError } from '../AwsError';
import { operation } from '../service';
import type { RegistryRepository } from '../types';
import { requireRepository } from './images';
import { registryId, repositoryName } from './schemas';
import { findByTag, recordTag } from './tagIndex';

const descriptor = z.object({
  mediaType: z.string().optional(),
  digest: z.string().optional(),
  size: z.number().nonnegative().optional(),
});

/** An image manifest or an index, of OCI or Docker. */
const manifestSchema = z.object({
  schemaVersion: z.literal(2),
  mediaType: z.string().optional(),
  artifactType: z.string().optional(),
  config: descriptor.optional(),
  layers: z.array(descriptor).optional(),
  manifests: z.array(descriptor).optional(),
  subject: descriptor.optional(),
});

type Manifest = z.output<typeof manifestSchema>;

/** Takes a manifest. That its layers were uploaded before is not checked; that the images of an index are there is. */
export const putImage = operation(
  z.object({
    registryId,
    repositoryName,
    imageManifest: z.string().min(1).max(4_194_304),
    imageManifestMediaType: z.string().optional(),
    imageTag: z.string().min(1).max(300).optional(),
    imageDigest: z.string().optional(),
  }),
  ({ world }, input) => {
    const { imageTag: tag, imageManifest: text } = input;
    const repository = requireRepository(
      world,
      input.repositoryName,
      input.registryId,
    );
    const digest = `sha256:${createHash('sha256').update(text).digest('hex')}`;
    if (input.imageDigest !== undefined && input.imageDigest !== digest) {
      throw new AwsError(
        'ImageDigestDoesNotMatchException',
        `The specified image digest does not match the digest '${digest}' that Amazon ECR calculated`,
      );
    }
    const manifest = parseManifest(text);
    const mediaType = input.imageManifestMediaType ?? manifest.mediaType;
    if (!mediaType) {
      throw invalid('The manifest names no media type');
    }
    world.store.transaction(() => {
      const before = world.store.get<RegistryImage>(
        'image',
        `${repository.name}/${digest}`,
      );
      refuseRepetition(before, tag);
      requireImages(world.store, repository.name, manifest);
      moveTag(world.store, repository, tag, digest);
      const image = before ?? {
        ...toImage(manifest, mediaType),
        repository: repository.name,
        digest,
        manifest: text,
        pushedAt: world.clock.now().toISOString(),
      };
      const tags = tag ? [...image.tags, tag] : image.tags;
      const pushed = { ...image, tags };
      world.store.put('image', `${repository.name}/${digest}`, pushed);
      if (!before && !pushed.artifactType) {
        startScanOnPush(world, pushed);
      }
    });
    if (tag) {
      recordTag(world.store, { repository: repository.name, digest }, tag);
      world.events.emit('image', { repository: repository.name, tag, digest });
    }
    return {
      image: {
        registryId: ACCOUNT_ID,
        repositoryName: repository.name,
        imageId: { imageDigest: digest, imageTag: tag },
        imageManifest: text,
        imageManifestMediaType: mediaType,
      },
    };
  },
);

function parseManifest(text: string): Manifest {
  try {
    return manifestSchema.parse(JSON.parse(text));
  } catch {
    throw invalid("Invalid parameter at 'ImageManifest': not a manifest");
  }
}

function toImage(manifest: Manifest, mediaType: string) {
  const parts = [manifest.config, ...(manifest.layers ?? [])];
  return {
    tags: [] as string[],
    mediaType,
    artifactType: manifest.artifactType,
    subject: manifest.subject?.digest,
    sizeInBytes: parts.reduce((sum, part) => sum + (part?.size ?? 0), 0),
    scan: { status: 'NOT_SCANNED', counts: {}, findings: [] },
  };
}

function refuseRepetition(
  before: RegistryImage | undefined,
  tag: string | undefined,
) {
  if (before && (tag === undefined || before.tags.includes(tag))) {
    throw new AwsError(
      'ImageAlreadyExistsException',
      `Image with digest '${before.digest}' and tag '${tag ?? 'null'}' already exists in the repository with name '${before.repository}' in registry with id '${ACCOUNT_ID}'`,
    );
  }
}

function requireImages(
  store: DocumentStore,
  repository: string,
  manifest: Manifest,
) {
  const missing = (manifest.manifests ?? []).find(
    ({ digest }) => !store.get('image', `${repository}/${digest}`),
  );
  if (missing) {
    throw new AwsError(
      'ReferencedImagesNotFoundException',
      `The images with digests '[${missing.digest}]' required for pushing image into repository with name '${repository}' in the registry with id '${ACCOUNT_ID}' do not exist`,
    );
  }
}

/** Takes the tag away from who has it, where tags may move. */
function moveTag(
  store: DocumentStore,
  repository: RegistryRepository,
  tag: string | undefined,
  digest: string,
) {
  const holder = tag && findByTag(store, repository.name, tag);
  if (!holder || holder.digest === digest) {
    return;
  }
  if (repository.tagMutability === 'IMMUTABLE') {
    throw new AwsError(
      'ImageTagAlreadyExistsException',
      `The image tag '${tag}' already exists in the '${repository.name}' repository and cannot be overwritten because the tag is immutable.`,
    );
  }
  store.put('image', `${repository.name}/${holder.digest}`, {
    ...holder,
    tags: holder.tags.filter(other => other !== tag),
  });
}

function invalid(message: string) {
  return new AwsError('InvalidParameterException', message);
}
