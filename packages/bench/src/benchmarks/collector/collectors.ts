import { newestScanned } from '../../lab/collectorConfig';

/** What reads the sources of all services by itself. */
export interface CollectorUnderTest {
  what: string;
  /** Beginning of the name that it says with every pass. */
  id: string;
  /** Beginning of its calls in the stubs' log. */
  calls: string;
  /** The calls that the first pass over so many services cannot do without. */
  first(services: number): number;
  /** The same for a later pass, when nothing has changed. */
  later(services: number): number;
  /** Why that is the least. */
  reason: string;
}

/** Ids in one call of AWS CodeBuild, and objects on one page of a cluster. */
const batch = 100;
const clusterPage = 500;

/** Builds of a project that a page shows of each. */
const buildsEach = 5;

/** Kinds of objects that are followed: all are listed once, those that exist are watched. */
const clusterKinds = 7;
const watchedKinds = 6;

export const collectors: CollectorUnderTest[] = [
  {
    what: 'ECR',
    id: 'collect-scans',
    calls: 'ecr ',
    first: services => services * (1 + newestScanned),
    later: () => 0,
    reason: `each repository, and each of its ${newestScanned} newest scans, once; then until a list is old or an event says that it changed, none`,
  },
  {
    what: 'CodeBuild',
    id: 'collect-builds',
    calls: 'codebuild ',
    first: services => services + Math.ceil((services * buildsEach) / batch),
    later: services => services,
    reason:
      'each project asked for the ids of its builds, and its newest builds once; builds that have ended never change',
  },
  {
    what: 'Argo CD, one instance',
    id: 'argocd-applications-argocd-1',
    calls: 'argocd-1 ',
    first: () => 2,
    later: () => 2,
    reason: 'with each turn one list and one stream',
  },
  {
    what: 'Kubernetes, one cluster',
    id: 'follow-clusters',
    calls: 'kubernetes ',
    first: services =>
      Math.ceil((2 * services) / clusterPage) +
      Math.ceil(services / clusterPage) +
      (clusterKinds - 2) +
      watchedKinds,
    later: () => watchedKinds,
    reason:
      'two pods and a deployment of each service, by pages, and the other kinds; then a watch of each kind with each turn, and the lists again every ten minutes',
  },
];
