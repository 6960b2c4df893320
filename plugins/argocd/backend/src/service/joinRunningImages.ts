import type {
  ArgocdApplication,
  ArgocdRunningImage,
} from '@shopstack/plugin-argocd-common';
import type { Observed } from '@shopstack/plugin-kit-common';
import type { Workload } from '@shopstack/plugin-workloads-common';

/**
 * The images that pods of an application run: of the workloads of its service in its environment, or, where either does
 * not name an environment, of those in the namespace that it deploys to. Undefined when no cluster tells.
 */
export function joinRunningImages(
  application: ArgocdApplication,
  workloads: Observed<Workload> | undefined,
): ArgocdRunningImage[] | undefined {
  if (!workloads) {
    return undefined;
  }
  const own = workloads.items.filter(workload => isOf(application, workload));
  const allTold = workloads.sources.every(({ state }) => state === 'ok');
  if (own.length === 0 && (!allTold || workloads.sources.length === 0)) {
    return undefined;
  }
  const images = new Map<string, ArgocdRunningImage>();
  const running = own
    .flatMap(each => each.images)
    .filter(({ pods }) => pods > 0);
  for (const { image, digest, pods } of running) {
    const key = `${image} ${digest ?? ''}`;
    const known = images.get(key);
    images.set(key, {
      image,
      ...(digest && { digest }),
      pods: (known?.pods ?? 0) + pods,
    });
  }
  return [...images.values()].sort(
    (a, b) => b.pods - a.pods || a.image.localeCompare(b.image),
  );
}

function isOf(
  { service, environment, destination }: ArgocdApplication,
  workload: Workload,
): boolean {
  return service && environment
    ? workload.service === service && workload.environment === environment
    : destination.namespace !== undefined &&
        workload.namespace === destination.namespace;
}
