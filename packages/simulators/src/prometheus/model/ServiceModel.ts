import { ScrapeTarget, groupKey } from '../targets';
import { releaseIncident } from './incidents';
import { LoadCurve } from './LoadCurve';
import { ServiceProfile, serviceProfile } from './ServiceProfile';

/** Pods that start within this time of each other belong to one release, in milliseconds. */
const ONE_RELEASE = 600_000;

/** Everything the series of one service in one environment are computed from. */
export interface ServiceModel {
  readonly service: string;
  readonly environment: string;
  readonly namespace: string;
  readonly profile: ServiceProfile;
  readonly curve: LoadCurve;
  readonly targets: readonly ScrapeTarget[];
}

/** @param targets - all of one (service, environment), at least one */
export function serviceModel(targets: readonly ScrapeTarget[]): ServiceModel {
  const [{ service, environment, namespace }] = targets;
  const profile = serviceProfile(service, environment);
  const starts = targets.map(target => target.startedAt);
  const group = groupKey({ service, environment });
  const curve = new LoadCurve(group, profile, Math.min(...starts));
  curve.releaseIncidents = releasesOf(targets).flatMap(
    releasedAt => releaseIncident(group, releasedAt, profile.releaseRisk) ?? [],
  );
  return { service, environment, namespace, profile, curve, targets };
}

/**
 * When something new began to run, but for the first, which had nothing to break. What ran before brings nothing new, and
 * what its template makes fail or rest brings no more than that.
 */
function releasesOf(targets: readonly ScrapeTarget[]): number[] {
  const releases: number[] = [];
  const seen = new Set<string>();
  let newest = -Infinity;
  for (const target of targets.toSorted(byStart)) {
    const { startedAt, errorShare, trafficShare } = target;
    const replicaSet = target.pod.replace(/-[^-]*$/, '');
    const isNew =
      !seen.has(replicaSet) &&
      errorShare === undefined &&
      trafficShare === undefined;
    if (isNew && startedAt - newest > ONE_RELEASE) releases.push(startedAt);
    seen.add(replicaSet);
    newest = startedAt;
  }
  return releases.slice(1);
}

function byStart(one: ScrapeTarget, other: ScrapeTarget): number {
  return one.startedAt - other.startedAt;
}
