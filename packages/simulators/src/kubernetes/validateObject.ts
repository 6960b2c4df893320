import { equalJson } from '../kustomize/equalJson';
import type { Manifest } from '../kustomize/manifest';

const name = /^[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?$/;

const workloads = ['DaemonSet', 'Deployment', 'ReplicaSet', 'StatefulSet'];

/** Why the API server would refuse an object, or undefined: names, and what most often goes wrong with workloads. */
export function isNotValid(
  object: Manifest,
  live?: Manifest,
): string | undefined {
  const { metadata, spec } = object;
  // Names of roles may hold colons and the like; those of everything else are parts of host names.
  const isRole = /^(?:Cluster)?Role(?:Binding)?$/.test(object.kind);
  if (!isRole && (!name.test(metadata.name) || metadata.name.length > 253)) {
    return `metadata.name: Invalid value: "${metadata.name}": a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character`;
  }
  if (!workloads.includes(object.kind)) {
    return undefined;
  }
  const wanted = spec?.selector?.matchLabels ?? {};
  const labels = spec?.template?.metadata?.labels ?? {};
  if (Object.keys(wanted).length === 0 && !spec?.selector?.matchExpressions) {
    return 'spec.selector: Required value';
  }
  const mismatch = Object.entries(wanted).some(
    ([key, value]) => labels[key] !== value,
  );
  if (mismatch) {
    return `spec.template.metadata.labels: Invalid value: ${JSON.stringify(labels)}: \`selector\` does not match template \`labels\``;
  }
  if (live && !equalJson(live.spec.selector, spec.selector)) {
    return `spec.selector: Invalid value: ${JSON.stringify(spec.selector)}: field is immutable`;
  }
  const containers: any[] = spec.template.spec?.containers ?? [];
  if (containers.length === 0) {
    return 'spec.template.spec.containers: Required value';
  }
  const without = containers.findIndex(({ image }) => !image);
  return without < 0
    ? undefined
    : `spec.template.spec.containers[${without}].image: Required value`;
}
