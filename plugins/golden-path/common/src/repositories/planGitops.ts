import type { GitopsConventions } from '../layout/GitopsConventions';
import { addToList } from '../layout/addToList';
import { type RepositoryTree, isFresh } from '../plan/RepositoryTree';
import { type Skeleton, renderSkeleton } from '../render/renderSkeleton';
import type { ServiceModel } from '../service/ServiceModel';
import { EditCollector } from './EditCollector';
import { SIZES } from './sizes';

/** Base and overlays; what a fresh repository needs besides. */
export function planManifests(
  model: ServiceModel,
  skeleton: Skeleton,
  collector: EditCollector,
): void {
  const base = [model.manifestsFolder, model.name, 'base']
    .filter(Boolean)
    .join('/');
  const files = renderSkeleton(skeleton, 'skeleton/cluster-gitops/base', {
    ...model,
  });
  for (const [file, content] of files) {
    if (file !== 'servicemonitor.yaml' || model.addOns.serviceMonitor) {
      collector.create(`${base}/${file}`, content);
    }
  }
  for (const application of model.applications) {
    planOverlay(model, skeleton, application, collector);
  }
}

/** One Application for each environment, and its entry where the folder lists its files. */
export function planApplications(
  model: ServiceModel,
  skeleton: Skeleton,
  conventions: GitopsConventions,
  collector: EditCollector,
): void {
  for (const application of model.applications) {
    const files = renderSkeleton(
      skeleton,
      'skeleton/cluster-gitops/application',
      {
        ...model,
        ...application,
        name: model.name,
        applicationName: application.name,
      },
    );
    for (const content of files.values()) {
      collector.create(application.file, content);
    }
  }
  const list = conventions.applicationsKustomization;
  if (list) {
    const folder = list.slice(0, list.lastIndexOf('/') + 1);
    const entries = model.applications.map(one =>
      one.file.slice(folder.length),
    );
    collector.modify(
      list,
      addToList(collector.result().get(list) ?? '', 'resources', entries),
    );
  }
}

/** The parents and the README of a repository that has nothing yet. */
export function planGitopsFoundation(
  model: ServiceModel,
  skeleton: Skeleton,
  tree: RepositoryTree,
  collector: EditCollector,
): void {
  if (isFresh(tree)) {
    collector.createMissing(
      renderSkeleton(skeleton, 'foundation/cluster-gitops', { ...model }),
    );
  }
}

function planOverlay(
  model: ServiceModel,
  skeleton: Skeleton,
  application: ServiceModel['applications'][number],
  collector: EditCollector,
): void {
  const size = SIZES[application.environment] ?? false;
  const { environment, namespace, overlayPath } = application;
  const values = { ...model, environment, namespace, size };
  const wanted: Record<string, string | false | undefined> = {
    'kustomization.yaml': 'kustomization.yaml',
    'patch-image-pull-secret.yaml': model.pullSecret && model.pullSecret.file,
    'patch-resources.yaml': size && 'patch-resources.yaml',
    'externalsecret.yaml': model.addOns.externalSecret && 'externalsecret.yaml',
  };
  const parts = new Map(
    [...skeleton].filter(([path]) => {
      const file = path.split('/').at(-1)!;
      return wanted[file] !== false;
    }),
  );
  const files = renderSkeleton(
    parts,
    'skeleton/cluster-gitops/overlay',
    values,
  );
  for (const [file, content] of files) {
    collector.create(`${overlayPath}/${wanted[file] || file}`, content);
  }
}
