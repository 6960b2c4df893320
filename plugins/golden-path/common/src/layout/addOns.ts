import type { GitopsConventions } from './GitopsConventions';
import type { ManifestDocument } from './documents';

/**
 * Which controllers the repository shows: by objects of their kinds, or by an Application that installs their chart.
 * A store is needed to write an ExternalSecret, so for that only a ClusterSecretStore counts.
 */
export function findAddOns(
  manifests: ManifestDocument[],
): GitopsConventions['addOns'] {
  const store = manifests.find(
    ({ value }) => value.kind === 'ClusterSecretStore',
  )?.value.metadata?.name;
  return {
    serviceMonitor: manifests.some(
      ({ value }) =>
        value.kind === 'ServiceMonitor' ||
        installs(value, /^(kube-prometheus-stack|prometheus-operator)$/),
    ),
    ...(typeof store === 'string' && { externalSecret: { store } }),
  };
}

function installs(value: Record<string, any>, chart: RegExp): boolean {
  if (value.kind !== 'Application') {
    return false;
  }
  const sources = [value.spec?.source, ...(value.spec?.sources ?? [])];
  return sources.some(source => chart.test(String(source?.chart ?? '')));
}
