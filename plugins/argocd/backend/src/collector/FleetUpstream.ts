import type { FleetApplication } from '../store/FleetApplication';

/** Something that happened to an application. */
export interface FleetEvent {
  type: 'present' | 'gone';
  application: FleetApplication;
}

/** One instance as its collector reads it. */
export interface FleetUpstream {
  readonly instance: string;
  /** All applications that the portal's account may see. @throws UpstreamError */
  list(): Promise<{
    applications: FleetApplication[];
    resourceVersion?: string;
  }>;
  /**
   * What happens from then on, until Argo CD ends the stream or nothing was heard for the idle time. What happened
   * between the list and the stream is not told again: Argo CD only filters by `resourceVersion`.
   *
   * @throws UpstreamError for every fault, and for an error frame.
   */
  follow(
    resourceVersion: string | undefined,
    signal: AbortSignal,
  ): AsyncIterable<FleetEvent>;
}
