import type { Entity } from '@backstage/catalog-model';
import {
  CODEBUILD_ARN_ANNOTATION,
  ECR_ARN_ANNOTATION,
} from '@shopstack/plugin-kit-common';
import { findArns, missingAnnotation } from '@shopstack/plugin-kit-node';
import type { SecretPlace } from './SecretReader';

/** Annotations whose ARNs tell where a service lives. */
const TELLING = [
  {
    annotation: ECR_ARN_ANNOTATION,
    expected: {
      source: 'amazon-ecr',
      service: 'ecr',
      resourceType: 'repository',
    },
  },
  {
    annotation: CODEBUILD_ARN_ANNOTATION,
    expected: {
      source: 'aws-codebuild',
      service: 'codebuild',
      resourceType: 'project',
    },
  },
];

/**
 * Accounts and regions in which the secrets of an entity may be: those of the configuration, else those of its ARNs.
 *
 * @throws InputError when neither says any.
 */
export function secretPlaces(
  entity: Entity,
  {
    accounts,
    regions,
  }: {
    accounts: readonly string[];
    regions: readonly string[];
  },
): SecretPlace[] {
  if (accounts.length > 0) {
    return accounts.flatMap(accountId =>
      regions.map(region => ({
        partition: partitionOf(region),
        accountId,
        region,
      })),
    );
  }
  const arns = TELLING.flatMap(
    ({ annotation, expected }) => findArns(entity, annotation, expected).arns,
  );
  if (arns.length === 0) {
    throw missingAnnotation(
      entity,
      ...TELLING.map(({ annotation }) => annotation),
    );
  }
  const places = arns.map(({ partition, accountId, region }) => ({
    partition,
    accountId,
    region,
  }));
  return [
    ...new Map(places.map(place => [JSON.stringify(place), place])).values(),
  ];
}

/** AWS names its partitions for parts of the world; the region says which. */
function partitionOf(region: string): string {
  if (region.startsWith('cn-')) return 'aws-cn';
  return region.startsWith('us-gov-') ? 'aws-us-gov' : 'aws';
}
