import { World } from '../../world/types';
import { unitOf } from '../model/unitOf';
import { addressOf } from './podTarget';
import { releaseErrors } from './releaseErrors';
import { ScrapeTarget } from './ScrapeTarget';

/** How long pods of an earlier deployment took to start after it. */
const START_UP = 20_000;
/** How long old pods still run beside those of the next deployment. */
const OVERLAP = 25_000;
/** A deployment that lived shorter leaves nothing worth scraping. */
const SHORTEST_LIFE = 120_000;

interface ApplicationHistory {
  history?: Deployment[];
  status?: { history?: Deployment[] };
}

interface Deployment {
  deployedAt?: string;
  revision?: string;
}

/**
 * The pods of earlier deployments, which the cluster has long forgotten and Prometheus has not: as many as run now, from
 * each deployment in the application's history to the next; and those that run now, where their deployment is known to
 * fail requests. Undefined while there is no application to ask.
 */
export function pastTargets(
  world: World,
  present: readonly ScrapeTarget[],
): ScrapeTarget[] | undefined {
  const [{ service, environment }] = present;
  const name = `${service}-${environment}`;
  const application =
    world.store.get<ApplicationHistory>('application', name) ??
    world.store.get<ApplicationHistory>(
      'object',
      `argoproj.io/v1alpha1/Application/argocd/${name}`,
    );
  if (!application) return undefined;
  const history = application.status?.history ?? application.history ?? [];
  const earliest = Math.min(...present.map(target => target.startedAt));
  const deployments = history
    .map(({ deployedAt, revision }) => ({
      startedAt: Date.parse(deployedAt ?? '') + START_UP,
      errors: releaseErrors(world, revision),
    }))
    .filter(({ startedAt }) => !Number.isNaN(startedAt))
    .sort((one, other) => one.startedAt - other.startedAt);
  const past = deployments.filter(({ startedAt }) => startedAt < earliest);
  const latest = deployments.at(past.length)?.errors ?? {};
  return [
    ...past.flatMap(({ startedAt, errors }, index) => {
      const endedAt = (past[index + 1]?.startedAt ?? earliest) + OVERLAP;
      if (endedAt - startedAt < SHORTEST_LIFE) return [];
      return present.map((target, replica) => ({
        ...podOfThePast(target, startedAt, replica),
        ...errors,
        endedAt,
      }));
    }),
    ...present
      .filter(() => latest.errorShare !== undefined)
      .map(target => ({ ...target, ...latest })),
  ];
}

function podOfThePast(
  present: ScrapeTarget,
  startedAt: number,
  replica: number,
): ScrapeTarget {
  const { service, environment, namespace, weight, trafficShare } = present;
  const name = `${service}-${environment}`;
  const replicaSet = suffix(name, String(startedAt), 10);
  const pod = `${service}-${replicaSet}-${suffix(name, `${startedAt}/${replica}`, 5)}`;
  return {
    service,
    environment,
    namespace,
    pod,
    instance: `${addressOf(namespace, pod)}:8080`,
    weight,
    ...(trafficShare !== undefined && { trafficShare }),
    startedAt,
    restarts: [],
  };
}

/** The alphabet that Kubernetes takes for generated names. */
const ALPHABET = 'bcdfghjklmnpqrstvwxz2456789';

function suffix(name: string, salt: string, length: number): string {
  return Array.from({ length }, (_, index) => {
    const at = unitOf(name, salt, String(index)) * ALPHABET.length;
    return ALPHABET[Math.floor(at)];
  }).join('');
}
