import { isMap, type Manifest } from '../../kustomize/manifest';

/** Where the object as it was applied last is kept, so that what was taken out of it can be taken out of the cluster. */
export const LAST_APPLIED = 'kubectl.kubernetes.io/last-applied-configuration';

/**
 * What an object in the cluster becomes when a manifest is applied to it: fields of the manifest win, fields that it
 * had last time and has no more go, and fields of others stay. Neither argument is changed.
 */
export function mergeApply(live: Manifest, target: Manifest): Manifest {
  const { status: _status, ...desired } = target;
  const merged = mergeMap(live, desired, lastApplied(live)) as Manifest;
  merged.metadata = {
    ...merged.metadata,
    annotations: {
      ...merged.metadata.annotations,
      [LAST_APPLIED]: JSON.stringify(desired),
    },
  };
  return merged;
}

/** The object that a manifest becomes when nothing is there yet. */
export function firstApply(target: Manifest): Manifest {
  const { status: _status, ...desired } = structuredClone(target);
  return {
    ...desired,
    metadata: {
      ...desired.metadata,
      annotations: {
        ...desired.metadata.annotations,
        [LAST_APPLIED]: JSON.stringify(desired),
      },
    },
  } as Manifest;
}

function lastApplied(live: Manifest): Record<string, any> {
  const text = live.metadata.annotations?.[LAST_APPLIED];
  if (!text) {
    return {};
  }
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}

function mergeMap(
  live: Record<string, any>,
  desired: Record<string, any>,
  last: Record<string, any>,
): Record<string, any> {
  const merged: Record<string, any> = {};
  for (const [field, value] of Object.entries(live)) {
    const removed =
      Object.hasOwn(last, field) && !Object.hasOwn(desired, field);
    // A map that others wrote into too only loses what the manifest had.
    if (removed && isMap(value) && isMap(last[field])) {
      merged[field] = mergeMap(value, {}, last[field]);
    } else if (!removed) {
      merged[field] = value;
    }
  }
  for (const [field, value] of Object.entries(desired)) {
    if (value === null || value === undefined) {
      delete merged[field];
    } else if (isMap(value) && isMap(merged[field])) {
      merged[field] = mergeMap(
        merged[field],
        value,
        isMap(last[field]) ? last[field] : {},
      );
    } else {
      merged[field] = value;
    }
  }
  return merged;
}
