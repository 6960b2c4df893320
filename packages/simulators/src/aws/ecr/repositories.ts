import { pageSize } from '../../http/weather';
import { ACCOUNT_ID, REGISTRY } from '../account';
import { paginate } from '../paginate';
import { epochSeconds, operation } from '../service';
import type { RegistryRepository } from '../types';
import { requireRepository } from './images';
import { describeRepositoriesSchema, listTagsSchema } from './schemas';

const DEFAULT_PAGE = 100;

export const describeRepositories = operation(
  describeRepositoriesSchema,
  ({ world }, input) => {
    if (input.repositoryNames) {
      const found = input.repositoryNames.map(name =>
        requireRepository(world, name, input.registryId),
      );
      return { repositories: found.map(toRepository) };
    }
    const { page, nextToken } = paginate({
      items: world.store.list<RegistryRepository>('ecr-repository'),
      keyOf: repository => repository.name,
      size: pageSize(world, 'aws', input.maxResults ?? DEFAULT_PAGE),
      token: input.nextToken,
      invalid: 'InvalidParameterException',
    });
    return { repositories: page.map(toRepository), nextToken };
  },
);

export const listTagsForResource = operation(
  listTagsSchema,
  ({ world }, { resourceArn }) => {
    const name = resourceArn.split(':repository/')[1] ?? resourceArn;
    const { tags } = requireRepository(world, name);
    return {
      tags: Object.entries(tags).map(([Key, Value]) => ({ Key, Value })),
    };
  },
);

export function toRepository(repository: RegistryRepository) {
  return {
    repositoryArn: repository.arn,
    registryId: ACCOUNT_ID,
    repositoryName: repository.name,
    repositoryUri: `${REGISTRY}/${repository.name}`,
    createdAt: epochSeconds(repository.createdAt),
    imageTagMutability: repository.tagMutability,
    imageScanningConfiguration: { scanOnPush: repository.scanOnPush },
    encryptionConfiguration: { encryptionType: 'AES256' },
  };
}
