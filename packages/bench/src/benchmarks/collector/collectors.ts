import { argocdInstances } from '../../stubs/settings';

/** What reads the sources of all services by itself. */
export interface CollectorUnderTest {
  /** Plugin whose scheduled tasks it is. */
  plugin: string;
  what: string;
  /** Beginning of the operations in the stubs' log. */
  calls: string;
  /** The calls that a pass over so many services cannot do without when nothing has changed. */
  minimum(services: number): number;
  /** Why that is the least. */
  reason: string;
}

export const collectors: CollectorUnderTest[] = [
  {
    plugin: 'ecr',
    what: 'ECR',
    calls: 'ecr ',
    minimum: services => services,
    reason:
      'one DescribeImages for each repository: there is no call for several',
  },
  {
    plugin: 'builds',
    what: 'CodeBuild',
    calls: 'codebuild ',
    minimum: services => services,
    reason:
      'one ListBuildsForProject for each project; builds that have ended never change',
  },
  {
    plugin: 'argocd',
    what: 'Argo CD',
    calls: 'argocd-',
    minimum: () => argocdInstances,
    reason: 'one list for each instance',
  },
];
