import type { WirePod } from './wire';

/** What the controllers write into their pods to tell the ReplicaSets of one Deployment or Rollout apart. */
const HASH_LABELS = ['pod-template-hash', 'rollouts-pod-template-hash'];

/** Pods by `namespace/kind/name` of what they belong to in the end; others, such as those of a Job, are left out. */
export function groupByOwner(pods: readonly WirePod[]): Map<string, WirePod[]> {
  const found = new Map<string, WirePod[]>();
  for (const pod of pods) {
    for (const { kind, name } of ownersOf(pod)) {
      const key = `${pod.metadata.namespace ?? ''}/${kind}/${name}`;
      found.set(key, [...(found.get(key) ?? []), pod]);
    }
  }
  return found;
}

/** A ReplicaSet is named for what made it and the hash; the label that holds the hash tells which of two kinds made it. */
function ownersOf({
  metadata: { labels, ownerReferences },
}: WirePod): { kind: string; name: string }[] {
  const owner = ownerReferences?.find(({ controller }) => controller);
  if (owner?.kind !== 'ReplicaSet') {
    return owner ? [owner] : [];
  }
  return HASH_LABELS.flatMap((label, index) => {
    const ending = `-${labels?.[label]}`;
    return owner.name.endsWith(ending)
      ? [
          {
            kind: index === 0 ? 'Deployment' : 'Rollout',
            name: owner.name.slice(0, -ending.length),
          },
        ]
      : [];
  });
}
