import { type RepositoryTree, isFresh } from '../plan/RepositoryTree';
import { type Skeleton, renderSkeleton } from '../render/renderSkeleton';
import type { ServiceModel } from '../service/ServiceModel';
import { EditCollector } from './EditCollector';

/** The code of the service, its workflow, and the shared action where it is missing. */
export function planApps(
  model: ServiceModel,
  skeleton: Skeleton,
  tree: RepositoryTree,
): EditCollector {
  const collector = new EditCollector(tree);
  const values = { ...model };
  const foundation = renderSkeleton(skeleton, 'foundation/apps-sre', values);
  collector.createMissing(
    [...foundation].filter(
      ([path]) => isFresh(tree) || path.startsWith('.github/actions/'),
    ),
  );
  for (const part of [model.runtime, 'github-actions']) {
    const files = renderSkeleton(skeleton, `skeleton/apps-sre/${part}`, values);
    for (const [path, file] of files) {
      collector.create(path, file);
    }
  }
  return collector;
}
