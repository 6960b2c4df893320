import { z } from 'zod';
import { startScan } from '../../reactions/images/startScan';
import type { RegistryImage, World } from '../../world/types';
import { ACCOUNT_ID } from '../account';
import { AwsError } from '../AwsError';
import { operation } from '../service';
import type { RegistryScanning, RepositorySettings } from '../types';
import { listImages, requireImage, requireRepository } from './images';
import { imageIdSchema, registryId, repositoryName } from './schemas';

const BASIC: RegistryScanning = { scanType: 'BASIC', rules: [] };

/**
 * What scans the images of a repository. In AWS the type is one of the whole registry; here a repository may have its
 * own, so that one world shows both.
 */
export function scanTypeOf(
  { store }: Pick<World, 'store'>,
  repository: string,
): RegistryScanning['scanType'] {
  const own = store.get<RepositorySettings>(
    'ecr-repository-settings',
    repository,
  );
  const { scanType, rules } = scanningOf(store);
  const named = rules.some(({ repositoryFilters }) =>
    repositoryFilters.some(({ filter }) => matches(filter, repository)),
  );
  return own?.enhancedScanning || (scanType === 'ENHANCED' && named)
    ? 'ENHANCED'
    : 'BASIC';
}

export const getRegistryScanningConfiguration = operation(
  z.object({}),
  ({ world }) => ({
    registryId: ACCOUNT_ID,
    scanningConfiguration: scanningOf(world.store),
  }),
);

export const putRegistryScanningConfiguration = operation(
  z.object({
    scanType: z.enum(['BASIC', 'ENHANCED']).default('BASIC'),
    rules: z
      .array(
        z.object({
          scanFrequency: z.enum(['SCAN_ON_PUSH', 'CONTINUOUS_SCAN', 'MANUAL']),
          repositoryFilters: z.array(
            z.object({
              filter: z
                .string()
                .regex(/^[a-z0-9*](?:[._\-/a-z0-9*]?[a-z0-9*]+)*$/),
              filterType: z.literal('WILDCARD'),
            }),
          ),
        }),
      )
      .max(2)
      .default([]),
  }),
  ({ world }, scanning: RegistryScanning) => {
    world.store.put('ecr-registry', 'scanning', scanning);
    return { registryScanningConfiguration: scanning };
  },
);

/** Basic scanning alone is started by hand. */
export const startImageScan = operation(
  z.object({ registryId, repositoryName, imageId: imageIdSchema }),
  ({ world }, input) => {
    const name = input.repositoryName;
    requireRepository(world, name, input.registryId);
    if (scanTypeOf(world, name) === 'ENHANCED') {
      throw new AwsError(
        'ValidationException',
        'This feature is disabled: enhanced scanning is on',
      );
    }
    const { image } = requireImage(
      listImages(world, name),
      name,
      input.imageId,
    );
    refuseScan(image);
    startScan(world, image);
    return {
      registryId: ACCOUNT_ID,
      repositoryName: name,
      imageId: { imageDigest: image.digest, imageTag: input.imageId.imageTag },
      imageScanStatus: { status: 'PENDING' },
    };
  },
);

function refuseScan(image: RegistryImage) {
  if (image.archivedAt) {
    throw new AwsError('ImageArchivedException', 'The image is archived');
  }
  if (image.artifactType) {
    throw new AwsError(
      'UnsupportedImageTypeException',
      'The artifact is no container image',
    );
  }
}

function scanningOf(store: World['store']): RegistryScanning {
  return store.get<RegistryScanning>('ecr-registry', 'scanning') ?? BASIC;
}

function matches(filter: string, repository: string) {
  const pattern = filter
    .split('*')
    .map(part => part.replace(/[.]/g, '\\.'))
    .join('.*');
  return new RegExp(`^${pattern}$`).test(repository);
}
