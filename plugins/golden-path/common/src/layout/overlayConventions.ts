import type { RepositoryTree } from '../plan/RepositoryTree';
import type { GitopsConventions } from './GitopsConventions';
import { parseDocuments } from './documents';
import { mostCommon } from './mostCommon';

type FromOverlays = Pick<
  GitopsConventions,
  'image' | 'selectorLabel' | 'pullSecret'
>;

/** What the bases and overlays of the services in a folder have in common. */
export function overlayConventions(
  tree: RepositoryTree,
  manifestsFolder: string,
  defaultRegistry: string,
): FromOverlays {
  const overlays = overlaysOf(tree, manifestsFolder);
  const images = overlays.flatMap(imagesOfService);
  const labels = basesOf(tree, manifestsFolder).map(selectorLabel);
  return {
    image: {
      registry: mostCommon(images.map(one => one.registry)) ?? defaultRegistry,
      repositoryPrefix:
        mostCommon(images.map(one => one.repositoryPrefix)) ?? 'shopstack-',
      namePrefix: mostCommon(images.map(one => one.namePrefix)) ?? 'shopstack-',
    },
    selectorLabel: mostCommon(labels) ?? 'app',
    pullSecret: pullSecretOf(tree, overlays),
  };
}

interface Overlay {
  service: string;
  folder: string;
  value: Record<string, any>;
}

function overlaysOf(tree: RepositoryTree, manifestsFolder: string): Overlay[] {
  const prefix = manifestsFolder === '' ? '' : `${manifestsFolder}/`;
  return [...tree.files.keys()].sort().flatMap(path => {
    const match = path.startsWith(prefix)
      ? path
          .slice(prefix.length)
          .match(/^([^/]+)\/overlays\/[^/]+\/kustomization\.ya?ml$/)
      : undefined;
    return match
      ? parseDocuments(tree.files.get(path)!).map(value => ({
          service: match[1],
          folder: path.slice(0, path.lastIndexOf('/')),
          value,
        }))
      : [];
  });
}

/** `<registry>/<prefix><service>`, taken apart, for the images that bear the name of their service. */
function imagesOfService({ service, value }: Overlay) {
  const images: any[] = Array.isArray(value.images) ? value.images : [];
  return images.flatMap(({ name, newName }) => {
    const slash = String(newName ?? '').indexOf('/');
    if (slash < 0 || !String(newName).endsWith(service)) {
      return [];
    }
    const repository = String(newName).slice(slash + 1);
    return [
      {
        registry: String(newName).slice(0, slash),
        repositoryPrefix: repository.slice(0, -service.length),
        namePrefix: String(name).endsWith(service)
          ? String(name).slice(0, -service.length)
          : undefined,
      },
    ];
  });
}

function basesOf(tree: RepositoryTree, manifestsFolder: string) {
  const prefix = manifestsFolder === '' ? '' : `${manifestsFolder}/`;
  return [...tree.files.keys()]
    .filter(
      path =>
        path.startsWith(prefix) &&
        /^[^/]+\/base\/[^/]+\.ya?ml$/.test(path.slice(prefix.length)),
    )
    .sort()
    .flatMap(path => parseDocuments(tree.files.get(path)!));
}

/** The label by which a Deployment finds its pods, where it is one of the two that everybody uses. */
function selectorLabel(value: Record<string, any>): string | undefined {
  const labels = value.spec?.selector?.matchLabels;
  return value.kind === 'Deployment' && labels
    ? ['app', 'app.kubernetes.io/name'].find(label => label in labels)
    : undefined;
}

/** The pull secret that at least half of the overlays patch in. */
function pullSecretOf(
  tree: RepositoryTree,
  overlays: Overlay[],
): GitopsConventions['pullSecret'] {
  const found = overlays.flatMap(({ folder, value }) => {
    const files = [
      ...(value.patches ?? []).map((patch: any) => patch?.path),
      ...(value.patchesStrategicMerge ?? []),
    ].filter(file => typeof file === 'string' && /^[\w.-]+$/.test(file));
    return files.flatMap((file: string) => {
      const secrets = parseDocuments(tree.files.get(`${folder}/${file}`) ?? '')
        .flatMap(patch => patch.spec?.template?.spec?.imagePullSecrets ?? [])
        .map((secret: any) => secret?.name)
        .filter(name => typeof name === 'string' && /^[a-z0-9.-]+$/.test(name));
      return secrets.length > 0 ? [{ file, names: secrets as string[] }] : [];
    });
  });
  if (found.length === 0 || found.length * 2 < overlays.length) {
    return undefined;
  }
  const file = mostCommon(found.map(one => one.file))!;
  return found.find(one => one.file === file);
}
