import { z } from 'zod';
import type { RegistryImage, World } from '../../world/types';
import { arnOf } from '../account';
import { AwsError } from '../AwsError';
import { operation } from '../service';
import type { RegistryRepository } from '../types';
import { requireRepository } from './images';
import { toRepository } from './repositories';
import { registryId, repositoryName } from './schemas';
import { forgetTags } from './tagIndex';

const tagsSchema = z.array(z.object({ Key: z.string(), Value: z.string() }));

export const createRepository = operation(
  z.object({
    registryId,
    repositoryName,
    tags: tagsSchema.optional(),
    imageTagMutability: z.enum(['MUTABLE', 'IMMUTABLE']).optional(),
    imageScanningConfiguration: z
      .object({ scanOnPush: z.boolean().optional() })
      .optional(),
  }),
  ({ world }, input) => {
    const name = input.repositoryName;
    if (world.store.get('ecr-repository', name)) {
      throw new AwsError(
        'RepositoryAlreadyExistsException',
        `The repository with name '${name}' already exists in the registry`,
      );
    }
    const repository: RegistryRepository = {
      name,
      arn: arnOf('ecr', `repository/${name}`),
      createdAt: world.clock.now().toISOString(),
      scanOnPush: input.imageScanningConfiguration?.scanOnPush ?? false,
      tagMutability: input.imageTagMutability ?? 'MUTABLE',
      tags: toTags(input.tags ?? []),
    };
    world.store.put('ecr-repository', name, repository);
    return { repository: toRepository(repository) };
  },
);

export const deleteRepository = operation(
  z.object({ registryId, repositoryName, force: z.boolean().optional() }),
  ({ world }, input) => {
    const name = input.repositoryName;
    const repository = requireRepository(world, name, input.registryId);
    const images = imagesOf(world, name);
    if (images.length > 0 && !input.force) {
      throw new AwsError(
        'RepositoryNotEmptyException',
        `The repository with name '${name}' cannot be deleted because it still contains images`,
      );
    }
    world.store.transaction(() => {
      for (const { digest } of images) {
        world.store.delete('image', `${name}/${digest}`);
        world.store.delete('active-scan', `${name}/${digest}`);
      }
      world.store.delete('ecr-repository', name);
    });
    forgetTags(world.store, name);
    return { repository: toRepository(repository) };
  },
);

export const tagResource = operation(
  z.object({ resourceArn: z.string().min(1), tags: tagsSchema }),
  ({ world }, { resourceArn, tags }) => {
    const name = resourceArn.split(':repository/')[1] ?? resourceArn;
    const repository = requireRepository(world, name);
    world.store.put('ecr-repository', name, {
      ...repository,
      tags: { ...repository.tags, ...toTags(tags) },
    });
    return {};
  },
);

function imagesOf({ store }: Pick<World, 'store'>, repository: string) {
  return store.listByPrefix<RegistryImage>('image', `${repository}/`);
}

function toTags(tags: z.output<typeof tagsSchema>) {
  return Object.fromEntries(tags.map(({ Key, Value }) => [Key, Value]));
}
