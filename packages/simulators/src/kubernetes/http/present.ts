import type { Manifest } from '../../kustomize/manifest';

/** An object as the portal's service account may see it: of secrets everything but what they hold. */
export function present(object: Manifest): Manifest {
  if (object.kind !== 'Secret') {
    return object;
  }
  const { data: _data, stringData: _stringData, ...rest } = object;
  const { annotations, ...metadata } = rest.metadata;
  const visible = Object.fromEntries(
    Object.entries(annotations ?? {}).filter(
      ([name]) => name !== 'kubectl.kubernetes.io/last-applied-configuration',
    ),
  );
  return { ...rest, metadata: { ...metadata, annotations: visible } };
}
