import { parseDocuments } from '../layout/documents';
import type { ServiceModel } from '../service/ServiceModel';
import type { PlannedRepository } from './Plan';

type Manifest = Record<string, any>;

/** What is wrong with the manifests of a plan, by the name of the check. An empty list is a check that passed. */
export function checkManifests(
  model: ServiceModel,
  repositories: PlannedRepository[],
): Record<'images' | 'namespaces' | 'applications' | 'workloads', string[]> {
  const edits = new Map(
    repositories
      .filter(one => one.role === 'gitops')
      .flatMap(one => one.edits.map(edit => [edit.path, edit.after])),
  );
  const read = (path: string): Manifest =>
    parseDocuments(edits.get(path) ?? '')[0] ?? {};

  const overlays = model.applications.map(one => ({
    path: `${one.overlayPath}/kustomization.yaml`,
    overlay: read(`${one.overlayPath}/kustomization.yaml`),
    application: read(one.file),
    file: one.file,
  }));
  const base = model.applications[0].overlayPath.replace(
    /overlays\/[^/]+$/,
    'base',
  );
  const deployment = read(`${base}/deployment.yaml`);
  const containers: Manifest[] =
    deployment.spec?.template?.spec?.containers ?? [];
  const baseImages = containers.map(container => container.image);

  return {
    images: overlays.flatMap(({ path, overlay }) => [
      ...(overlay.images ?? [])
        .filter((image: Manifest) => !baseImages.includes(image.name))
        .map(
          (image: Manifest) =>
            `${path} sets ${image.name}, which the base does not use`,
        ),
      ...(overlay.images?.length ? [] : [`${path} sets no image`]),
    ]),
    namespaces: [
      ...('namespace' in read(`${base}/kustomization.yaml`)
        ? [`${base} names a namespace of its own`]
        : []),
      ...duplicates(overlays.map(({ overlay }) => overlay.namespace)).map(
        namespace => `two environments share the namespace ${namespace}`,
      ),
      ...overlays
        .filter(
          ({ overlay, application }) =>
            overlay.namespace !== application.spec?.destination?.namespace,
        )
        .map(({ path, file }) => `${path} and ${file} name two namespaces`),
    ],
    applications: overlays.flatMap(({ file, application, path }) => [
      ...(application.metadata?.finalizers?.includes(
        'resources-finalizer.argocd.argoproj.io',
      )
        ? []
        : [`${file} has no finalizer, so pruning it would leave the workload`]),
      ...(`${application.spec?.source?.path}/kustomization.yaml` === path
        ? []
        : [`${file} does not render ${path}`]),
      ...(edits.has(path) ? [] : [`${path} is not there`]),
    ]),
    workloads: containers.flatMap(container =>
      ['resources', 'livenessProbe', 'readinessProbe', 'securityContext']
        .filter(key => !container[key])
        .map(key => `the container ${container.name} has no ${key}`),
    ),
  };
}

function duplicates(values: unknown[]): unknown[] {
  return [...new Set(values.filter((one, at) => values.indexOf(one) !== at))];
}
