import { PodSubject } from './PodSubject';

/** What one pod has answered since the start of its service's curve, at any moment (Unix milliseconds). */
export interface PodTraffic {
  requests(time: number): number;
  /** Those of them that failed. */
  errors(time: number): number;
  /** Those of them that did not. */
  good(time: number): number;
  /** Those of them that took long: of what fails by the pod's own fault, all. */
  slow(time: number): number;
}

/** The pod's part of the traffic of its service, and what it fails of it by itself. */
export function podTraffic({
  target,
  model: { curve },
}: PodSubject): PodTraffic {
  const { errorShare = 0, trafficShare = 1 } = target;
  const weight = target.weight * trafficShare;
  const spared = 1 - errorShare;
  return {
    requests: time => weight * curve.requests(time),
    errors: time =>
      weight *
      (errorShare * curve.requests(time) + spared * curve.errors(time)),
    good: time => weight * spared * (curve.requests(time) - curve.errors(time)),
    slow: time =>
      weight * (errorShare * curve.requests(time) + spared * curve.slow(time)),
  };
}
