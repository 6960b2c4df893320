import { keyOf, type Cluster } from '../kubernetes';
import { trackedObjects } from './applications';
import { hasOption } from './compare/compareApplication';
import type { Application } from './types';

const finalizer =
  /^resources-finalizer\.argocd\.argoproj\.io(?:\/(?:background|foreground))?$/;

/** Deletes what a leaving application applied, and lets it go once that is gone. Other people's finalizers stay. */
export function deleteApplication(
  cluster: Cluster,
  application: Application,
): void {
  const finalizers = application.metadata.finalizers ?? [];
  const key = keyOf(application);
  if (!finalizers.some(each => finalizer.test(each))) {
    return;
  }
  const remaining = trackedObjects(cluster, application).filter(
    object => !hasOption(object, 'Delete=false') && keyOf(object) !== key,
  );
  if (remaining.length > 0) {
    cluster.batch(() =>
      remaining.forEach(object => cluster.delete(keyOf(object))),
    );
    return;
  }
  const others = finalizers.filter(each => !finalizer.test(each));
  if (others.length === 0) {
    cluster.remove(key);
    return;
  }
  cluster.update({
    ...application,
    metadata: { ...application.metadata, finalizers: others },
  });
}
