import { Behaviour } from './behaviour';

/** One pod that was scraped, from its first to its last moment. Documents of kind `scrape-target`, id `<namespace>/<pod>`. */
export interface ScrapeTarget extends Behaviour {
  readonly service: string;
  readonly environment: string;
  readonly namespace: string;
  readonly pod: string;
  /** `address:port`. */
  readonly instance: string;
  /** Its share of the traffic of its service in its environment: one by the number of replicas. */
  readonly weight: number;
  /** Unix milliseconds. */
  readonly startedAt: number;
  /** Unix milliseconds; absent while the pod runs. */
  readonly endedAt?: number;
  /** Moments its container started again, when its counters began anew; Unix milliseconds, ascending. */
  readonly restarts: readonly number[];
}

export const TARGET_KIND = 'scrape-target';

export function targetId(target: { namespace: string; pod: string }): string {
  return `${target.namespace}/${target.pod}`;
}

/** What targets of one service in one environment have in common. */
export function groupKey(target: {
  service: string;
  environment: string;
}): string {
  return `${target.service}/${target.environment}`;
}
