import type { KubernetesObject } from '../world/types';

/** A Kubernetes object with whatever further top-level fields its kind has (`rules`, `subjects`, `type`, …). */
export type Manifest = KubernetesObject & { [field: string]: any };

/** True for a plain map, as opposed to a list, a scalar or nothing. */
export function isMap(value: unknown): value is Record<string, any> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The API group and the version of an `apiVersion`; the core group is the empty string. */
export function groupVersion(apiVersion: string): {
  group: string;
  version: string;
} {
  const slash = apiVersion.indexOf('/');
  return slash < 0
    ? { group: '', version: apiVersion }
    : {
        group: apiVersion.slice(0, slash),
        version: apiVersion.slice(slash + 1),
      };
}
