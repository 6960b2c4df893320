import { ScrapeTarget, groupKey } from '../targets';
import { Incident, releaseIncident } from './incidents';
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
  curve.releaseIncidents = incidentsOf(group, starts, profile.releaseRisk);
  return { service, environment, namespace, profile, curve, targets };
}

/** Of all releases but the first, which had nothing to break. */
function incidentsOf(
  group: string,
  starts: readonly number[],
  risk: number,
): Incident[] {
  const releases: number[] = [];
  let newest = -Infinity;
  for (const start of [...starts].sort((one, other) => one - other)) {
    if (start - newest > ONE_RELEASE) releases.push(start);
    newest = start;
  }
  return releases.slice(1).flatMap(releasedAt => {
    return releaseIncident(group, releasedAt, risk) ?? [];
  });
}
