import type { ArgocdApplicationSource } from '@shopstack/plugin-argocd-common';
import type { WireApplication, WireSource } from './wire';

/** One source in the words of the portal. */
export function toSource(
  source: NonNullable<WireSource>,
): ArgocdApplicationSource {
  return {
    repoUrl: withoutCredentials(source.repoURL ?? ''),
    path: source.path,
    chart: source.chart,
    targetRevision: source.targetRevision ?? 'HEAD',
  };
}

/** All sources of an application; of a hydrated one the dry source, which people write. */
export function toSources({
  spec,
}: WireApplication): ArgocdApplicationSource[] {
  const several = spec?.sources?.length ? spec.sources : undefined;
  return (several ?? [spec?.source ?? spec?.sourceHydrator?.drySource])
    .filter(source => source !== undefined)
    .map(toSource);
}

/** Repositories may be registered with a token in their address. */
function withoutCredentials(repoUrl: string): string {
  return repoUrl.replace(/^([a-z][a-z0-9+.-]*:\/\/)[^/@]*@/i, '$1');
}
