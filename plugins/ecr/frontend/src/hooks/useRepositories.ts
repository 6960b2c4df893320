import type { Entity } from '@backstage/catalog-model';
import type { EcrImage } from '@shopstack/plugin-ecr-common';
import { ECR_ARN_ANNOTATION } from '@shopstack/plugin-kit-common';
import { useEffect, useMemo, useState } from 'react';

/** A repository of an entity. */
export interface Repository {
  arn: string;
  name: string;
}

const REPOSITORY_ARN = /^arn:[^:]+:ecr:[^:]+:[^:]+:repository\/(.+)$/;

/** The name of a repository in its ARN; what is no such ARN stands as it is. */
function repositoryName(arn: string): string {
  return arn.match(REPOSITORY_ARN)?.[1] ?? arn;
}

/**
 * The repositories of an entity: those that it names by ARN, and those of the images seen so far, for it may also name
 * them by tags.
 */
export function useRepositories(
  entity: Entity,
  images: EcrImage[] | undefined,
): Repository[] {
  const annotation = entity.metadata.annotations?.[ECR_ARN_ANNOTATION] ?? '';
  const [seen, setSeen] = useState<string[]>([]);
  useEffect(() => {
    setSeen(previous => {
      const all = new Set(previous);
      for (const image of images ?? []) all.add(image.repositoryArn);
      return all.size === previous.length ? previous : [...all];
    });
  }, [images]);
  return useMemo(() => {
    const named = annotation.split(',').map(arn => arn.trim());
    return [...new Set([...named, ...seen])]
      .filter(arn => REPOSITORY_ARN.test(arn))
      .map(arn => ({ arn, name: repositoryName(arn) }))
      .sort((a, b) => a.name.localeCompare(b.name));
  }, [annotation, seen]);
}
