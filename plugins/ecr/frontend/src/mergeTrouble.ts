import type { SourceState, SourceStatus } from '@shopstack/plugin-kit-common';

const STATES: SourceState[] = ['ok', 'stale', 'unavailable'];

const worse = (one: SourceState, other: SourceState) =>
  STATES[Math.max(STATES.indexOf(one), STATES.indexOf(other))];

const earlier = (one?: string, other?: string) =>
  [one, other].filter(time => time !== undefined).sort()[0];

/**
 * One status for each upstream: the worst of the parts that were asked of it, for when it is down, one notice says as
 * much as four. The topics stay with the parts.
 */
export function mergeTrouble(sources: SourceStatus[]): SourceStatus[] {
  const merged = new Map<string, SourceStatus>();
  for (const { source, state, asOf, since, reason } of sources) {
    const before = merged.get(source);
    merged.set(source, {
      source,
      state: before ? worse(before.state, state) : state,
      asOf: earlier(before?.asOf, asOf),
      since: earlier(before?.since, since),
      reason: before?.reason ?? reason,
    });
  }
  return [...merged.values()];
}
