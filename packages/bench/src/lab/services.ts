import type { Entity } from '@backstage/catalog-model';
import { serviceLabel } from '../stubs/content/applications';
import { projectArn } from '../stubs/content/builds';
import { account, region } from '../stubs/settings';

/** What a service of the catalog has in the stubs. */
export interface Service {
  name: string;
  repository: string;
  projects: string[];
  /** The tags that mean the same projects; the peer knows no other way to several. */
  projectTags: string;
  selector: string;
}

/** Builds in each project; more than both sides show, less than a page of the API. */
const buildsEach = 40;

/** A service with so many images and projects; names alone tell the stubs what there is. */
export function makeService(
  name: string,
  { images, projects = 1 }: { images: number; projects?: number },
): Service {
  return {
    name,
    repository: `r${images}-${name}`,
    projects: Array.from(
      { length: projects },
      (_, index) => `p${buildsEach}-${name}-${index + 1}`,
    ),
    projectTags: `projects=${projects},builds=${buildsEach},group=${name}`,
    selector: `${serviceLabel}=${name}`,
  };
}

const annotation = (name: string) => `aws.amazon.com/${name}`;

/** The entity of a service as either side reads it. */
export function toEntity(service: Service, side: 'ours' | 'peers'): Entity {
  const { name, repository, projects, projectTags, selector } = service;
  const several = projects.length > 1 && side === 'peers';
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name,
      annotations: {
        'backstage.io/managed-by-location': 'url:https://bench.example',
        'backstage.io/managed-by-origin-location': 'url:https://bench.example',
        'shopstack.dev/service': name,
        [annotation('amazon-ecr-arn')]:
          `arn:aws:ecr:${region}:${account}:repository/${repository}`,
        ...(several
          ? { [annotation('aws-codebuild-project-tags')]: projectTags }
          : {
              [annotation('aws-codebuild-project-arn')]: projects
                .map(projectArn)
                .join(','),
            }),
        'argocd/app-selector': selector,
      },
    },
    spec: { type: 'service', lifecycle: 'production', owner: 'team-checkout' },
  };
}
