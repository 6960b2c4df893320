import fc from 'fast-check';
import { ACCOUNT } from '../testing/entities';
import { hostileName } from './hostileText';

/** How many names each list of an entity holds. */
const LIST = 24;

const list = fc.array(hostileName, { minLength: LIST, maxLength: LIST });

const arnList = (service: string, type: string) =>
  fc.array(
    fc.oneof(
      {
        weight: 8,
        arbitrary: hostileName.map(
          name => `arn:aws:${service}:us-east-1:${ACCOUNT}:${type}/${name}`,
        ),
      },
      {
        weight: 1,
        arbitrary: hostileName.map(
          name => `arn:aws:${service}:${name}:${ACCOUNT}:${type}/cart`,
        ),
      },
      // Another account, for which nobody gave credentials.
      {
        weight: 1,
        arbitrary: hostileName.map(
          name => `arn:aws:${service}:eu-west-1:999999999999:${type}/${name}`,
        ),
      },
      { weight: 1, arbitrary: hostileName },
    ),
    { minLength: LIST, maxLength: LIST },
  );

/** All that an entity says about where to look for it, with the number of names in it. */
export interface HostileAnnotations {
  annotations: Record<string, string>;
  names: string[];
}

/** Puts names into every annotation that our backends make a request from. */
export function annotationsFrom(names: {
  repositories: string[];
  projects: string[];
  applications: string[];
  tags: string[];
  selector: string;
  appNamespace: string;
  project: string;
  instance: string;
  slug: string;
  service: string;
  labels: string;
  objectives: string[];
  files: string[];
  prometheus: string;
}): HostileAnnotations {
  const {
    repositories,
    projects,
    applications,
    tags,
    objectives,
    files,
    ...single
  } = names;
  return {
    annotations: {
      'aws.amazon.com/amazon-ecr-arn': repositories.join(','),
      'aws.amazon.com/aws-codebuild-project-arn': projects.join(','),
      'argocd/app-name': applications.join(','),
      'aws.amazon.com/amazon-ecr-tags': tags.join(','),
      'aws.amazon.com/aws-codebuild-project-tags': tags.join(','),
      'shopstack.dev/secret-tags': tags.join(','),
      'argocd/app-selector': single.selector,
      'argocd/app-namespace': single.appNamespace,
      'argocd/project-name': single.project,
      'argocd/instance-name': single.instance,
      'github.com/project-slug': single.slug,
      'shopstack.dev/service': single.service,
      'backstage.io/kubernetes-label-selector': single.labels,
      'shopstack.dev/slo-service': objectives.join(','),
      'shopstack.dev/slo-files': files.join(','),
      'shopstack.dev/slo-instance': single.prometheus,
    },
    names: [
      ...repositories,
      ...projects,
      ...applications,
      ...tags,
      ...objectives,
      ...files,
      ...Object.values(single),
    ],
  };
}

/** A part that is right most of the time: one malformed part of an entity must not keep the others from being tried. */
const mostly = (right: string, other: fc.Arbitrary<string>) =>
  fc.oneof(
    { weight: 3, arbitrary: fc.constant(right) },
    { weight: 1, arbitrary: other },
  );

export const hostileAnnotations: fc.Arbitrary<HostileAnnotations> = fc
  .record({
    repositories: arnList('ecr', 'repository'),
    projects: arnList('codebuild', 'project'),
    // An unusable name refuses the whole annotation: half of the lists hold only usable ones.
    applications: fc.oneof(
      list,
      fc.array(fc.stringMatching(/^[a-z][a-z0-9.-]{0,20}[a-z0-9]$/), {
        minLength: LIST,
        maxLength: LIST,
      }),
    ),
    tags: fc.array(
      fc.tuple(hostileName, hostileName).map(pair => pair.join('=')),
      { minLength: 1, maxLength: 3 },
    ),
    selector: mostly(
      'shopstack.dev/service=cart',
      fc.tuple(hostileName, hostileName).map(pair => pair.join('=')),
    ),
    appNamespace: mostly('argocd', hostileName),
    project: mostly('shop', hostileName),
    instance: mostly('shopstack', hostileName),
    slug: mostly(
      'shopstack/apps-sre',
      fc.tuple(hostileName, hostileName).map(pair => pair.join('/')),
    ),
    service: mostly('cart', hostileName),
    labels: mostly('shopstack.dev/service=cart', hostileName),
    objectives: fc.array(hostileName, { minLength: 1, maxLength: 3 }),
    files: fc.array(
      fc.tuple(hostileName, hostileName).map(parts => parts.join('/')),
      { minLength: 1, maxLength: 3 },
    ),
    prometheus: mostly('shopstack', hostileName),
  })
  .map(annotationsFrom);
