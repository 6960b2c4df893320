import type { Manifest } from '../../kustomize/manifest';
import type { ManagedResource } from '../compare/compareApplication';
import { ignoredPointers, normalize } from '../compare/compareObject';
import { mergeApply } from '../compare/mergeApply';
import type { Application } from '../types';

/** A resource of an application with its desired and its live state, each as JSON text. */
export function managedResource(
  application: Application,
  { target, live, status }: ManagedResource,
): object {
  const pointers = target ? ignoredPointers(application, target) : [];
  const predicted = target && live ? mergeApply(live, target) : target;
  return {
    ...(status.group && { group: status.group }),
    kind: status.kind,
    ...(status.namespace && { namespace: status.namespace }),
    name: status.name,
    targetState: liveJson(target),
    liveState: liveJson(live),
    normalizedLiveState: liveJson(live && normalize(live, pointers)),
    predictedLiveState: liveJson(predicted && normalize(predicted, pointers)),
    ...(live && { resourceVersion: live.metadata.resourceVersion }),
    ...(status.status !== 'Synced' && { modified: true }),
  };
}

/** Secrets never leave the cluster: their values are replaced, as Argo CD does. */
export function liveJson(object: unknown): string {
  const manifest = object as Manifest | undefined;
  if (manifest?.kind !== 'Secret') {
    return JSON.stringify(manifest ?? null);
  }
  const { metadata } = manifest;
  const hidden = Object.fromEntries(
    Object.keys({ ...manifest.data, ...manifest.stringData }).map(key => [
      key,
      '++++++++',
    ]),
  );
  const { stringData: _stringData, ...rest } = manifest;
  const annotations = Object.fromEntries(
    Object.entries(metadata.annotations ?? {}).filter(
      ([key]) => !key.startsWith('kubectl.kubernetes.io/'),
    ),
  );
  return JSON.stringify({
    ...rest,
    metadata: { ...metadata, annotations },
    data: hidden,
  });
}
