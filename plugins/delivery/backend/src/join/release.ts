import type { ArgocdApplication } from '@shopstack/plugin-argocd-common';
import { ownReference } from './ownReference';
import type { EnvironmentWorkload } from './EnvironmentWorkload';

/** Tag of an overlay that never had a release (DESIGN: first deployment). */
export const UNRELEASED_TAG = 'unreleased';

/** The tag of an image reference; `registry:5000/name` has none. */
export function tagOf(image: string | undefined): string | undefined {
  const [withoutDigest] = (image ?? '').split('@');
  return /:([^:/]+)$/.exec(withoutDigest)?.[1];
}

/**
 * True when an environment has had a release: a workload asks for a real tag or for a digest, a live image has one, or
 * a deployment in the history brought a commit. False when all evidence says that it had none.
 */
export function wasReleased(
  application: ArgocdApplication,
  workload: EnvironmentWorkload | undefined,
): boolean {
  if (workload?.image) {
    return tagOf(workload.image) !== UNRELEASED_TAG;
  }
  return (
    application.images.some(image => tagOf(image) !== UNRELEASED_TAG) ||
    application.history.some(each => ownReference(application, each))
  );
}
