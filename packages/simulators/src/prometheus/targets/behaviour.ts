/** What the template of a pod says of how it behaves, so that a change of it can break a service and its revert heal it. */
export interface Behaviour {
  /** Share of the requests that fail beside the usual ones, 0 to 1; absent for none. */
  readonly errorShare?: number;
  /** Its usual traffic times this, 0 to 1; absent for all of it. */
  readonly trafficShare?: number;
}

const ERROR_SHARE = 'simulator.shopstack.dev/error-share';
const TRAFFIC_SHARE = 'simulator.shopstack.dev/traffic-share';

/** Reads it off the annotations of a pod; what is no number of 0 to 1 says nothing. */
export function behaviourOf(
  annotations: Readonly<Record<string, string>> = {},
): Behaviour {
  const errorShare = shareOf(annotations[ERROR_SHARE]);
  const trafficShare = shareOf(annotations[TRAFFIC_SHARE]);
  return {
    ...(errorShare !== undefined && { errorShare }),
    ...(trafficShare !== undefined && { trafficShare }),
  };
}

function shareOf(text: string | undefined): number | undefined {
  if (text === undefined || text.trim() === '') return undefined;
  const share = Number(text);
  return share >= 0 && share <= 1 ? share : undefined;
}
