import type { Cluster } from '../kubernetes';
import type { Manifest } from '../kustomize/manifest';
import { trackedObjects } from './applications';
import type { Application } from './types';

/** Every object of an application: those it applied, and what those own. */
export function liveTree(
  cluster: Cluster,
  application: Application,
): { object: Manifest; parent?: Manifest }[] {
  const nodes: { object: Manifest; parent?: Manifest }[] = [];
  const visit = (object: Manifest, parent?: Manifest) => {
    nodes.push({ object, parent });
    for (const child of cluster.ownedBy(object)) {
      visit(child, object);
    }
  };
  trackedObjects(cluster, application).forEach(object => visit(object));
  return nodes;
}

/** The images and the addresses of an application, as its objects in the cluster are. */
export function summarize(
  cluster: Cluster,
  application: Application,
): { images?: string[]; externalURLs?: string[] } {
  const tree = liveTree(cluster, application).map(({ object }) => object);
  const images = unique(tree.flatMap(imagesOf));
  const externalURLs = unique(
    tree.filter(({ kind }) => kind === 'Ingress').flatMap(urlsOf),
  );
  return {
    ...(images.length > 0 && { images }),
    ...(externalURLs.length > 0 && { externalURLs }),
  };
}

/** The images a pod's containers ask for. */
export function imagesOf({ kind, spec }: Manifest): string[] {
  return kind === 'Pod'
    ? [...(spec.initContainers ?? []), ...spec.containers].map(
        ({ image }: any) => image,
      )
    : [];
}

function urlsOf({ spec, status }: Manifest): string[] {
  const secured = new Set(
    (spec?.tls ?? []).flatMap(({ hosts }: any) => hosts ?? []),
  );
  const fallback = status?.loadBalancer?.ingress?.[0]?.hostname;
  return (spec?.rules ?? []).flatMap(({ host = fallback, http }: any) =>
    (http?.paths ?? []).map(
      ({ path = '' }: any) =>
        `${secured.has(host) ? 'https' : 'http'}://${host}${path}`,
    ),
  );
}

function unique(texts: string[]): string[] {
  return [...new Set(texts)].sort();
}
