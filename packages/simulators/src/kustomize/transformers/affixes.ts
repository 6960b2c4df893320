import type { Resource } from '../Resource';

/** Kinds whose names are given by what they describe and never get a prefix or a suffix. */
const unchanged = ['APIService', 'CustomResourceDefinition', 'Namespace'];

/** Prepends and appends to the names of all objects. */
export function addAffixes(
  resources: Resource[],
  { prefix = '', suffix = '' }: { prefix?: string; suffix?: string },
): void {
  if (!prefix && !suffix) {
    return;
  }
  for (const resource of resources) {
    if (!unchanged.includes(resource.object.kind)) {
      resource.remember();
      resource.affixes.push(`${prefix}|${suffix}`);
      resource.object.metadata.name = `${prefix}${resource.object.metadata.name}${suffix}`;
    }
  }
}
