import { between, unitOf } from './unitOf';

/** A spell of errors: a share of the requests that starts at `peak` and fades to nothing at its end. */
export interface Incident {
  /** Unix milliseconds. */
  readonly start: number;
  readonly end: number;
  readonly peak: number;
}

const MINUTE = 60_000;
const DAY = 86_400_000;
/** Errors of a bad release show so long after it: never in the part of the past that is already told. */
const RELEASE_DELAY = 2 * MINUTE;
/** How likely a day has an incident that no release caused. */
const DAILY_RISK = 0.03;

/** What a release at this moment brings, if anything. */
export function releaseIncident(
  group: string,
  releasedAt: number,
  risk: number,
): Incident | undefined {
  const salt = String(releasedAt);
  if (unitOf(group, salt, 'release') >= risk) return undefined;
  const start = releasedAt + RELEASE_DELAY;
  return {
    start,
    end: start + between(8, 35, group, salt, 'length') * MINUTE,
    peak: between(0.01, 0.09, group, salt, 'peak'),
  };
}

/** The incident of a day (counted since 1970) that no release caused, if there is one. */
export function dailyIncident(
  group: string,
  day: number,
): Incident | undefined {
  const salt = String(day);
  if (unitOf(group, salt, 'day') >= DAILY_RISK) return undefined;
  const start = day * DAY + between(0, 0.95, group, salt, 'start') * DAY;
  return {
    start,
    end: start + between(6, 20, group, salt, 'day length') * MINUTE,
    peak: between(0.005, 0.05, group, salt, 'day peak'),
  };
}

/** The share of failing requests that an incident causes at a moment. */
export function incidentShare(incident: Incident, time: number): number {
  if (time < incident.start || time >= incident.end) return 0;
  const gone = (time - incident.start) / (incident.end - incident.start);
  return incident.peak * (1 - gone);
}
