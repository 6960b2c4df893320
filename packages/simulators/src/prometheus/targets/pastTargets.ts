import { World } from '../../world/types';
import { unitOf } from '../model/unitOf';
import { addressOf } from './podTarget';
import { ScrapeTarget } from './ScrapeTarget';

/** How long pods of an earlier deployment took to start after it. */
const START_UP = 20_000;
/** How long old pods still run beside those of the next deployment. */
const OVERLAP = 25_000;
/** A deployment that lived shorter leaves nothing worth scraping. */
const SHORTEST_LIFE = 120_000;

interface ApplicationHistory {
  history?: { deployedAt?: string }[];
  status?: { history?: { deployedAt?: string }[] };
}

/**
 * The pods of earlier deployments, which the cluster has long forgotten and Prometheus has not: as many as run now, from
 * each deployment in the application's history to the next. Undefined while there is no application to ask.
 */
export function pastTargets(
  world: World,
  present: readonly ScrapeTarget[],
): ScrapeTarget[] | undefined {
  const [{ service, environment, namespace }] = present;
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
  const starts = history
    .map(entry => Date.parse(entry.deployedAt ?? '') + START_UP)
    .filter(start => start < earliest)
    .sort((one, other) => one - other);
  return starts.flatMap((startedAt, index) => {
    const endedAt = (starts[index + 1] ?? earliest) + OVERLAP;
    if (endedAt - startedAt < SHORTEST_LIFE) return [];
    const replicaSet = suffix(name, String(startedAt), 10);
    return present.map((target, replica): ScrapeTarget => {
      const pod = `${service}-${replicaSet}-${suffix(name, `${startedAt}/${replica}`, 5)}`;
      return {
        service,
        environment,
        namespace,
        pod,
        instance: `${addressOf(namespace, pod)}:8080`,
        weight: target.weight,
        startedAt,
        endedAt,
        restarts: [],
      };
    });
  });
}

/** The alphabet that Kubernetes takes for generated names. */
const ALPHABET = 'bcdfghjklmnpqrstvwxz2456789';

function suffix(name: string, salt: string, length: number): string {
  return Array.from({ length }, (_, index) => {
    const at = unitOf(name, salt, String(index)) * ALPHABET.length;
    return ALPHABET[Math.floor(at)];
  }).join('');
}
