import type { Entity } from '@backstage/catalog-model';
import {
  ARGOCD_APP_NAME_ANNOTATION,
  ARGOCD_APP_SELECTOR_ANNOTATION,
  ARGOCD_PROJECT_NAME_ANNOTATION,
} from '@shopstack/plugin-kit-common';

/** Whether the entity selects applications in Argo CD. */
export function isArgocdAvailable(entity: Entity): boolean {
  const annotations = entity.metadata.annotations ?? {};
  return [
    ARGOCD_APP_NAME_ANNOTATION,
    ARGOCD_APP_SELECTOR_ANNOTATION,
    ARGOCD_PROJECT_NAME_ANNOTATION,
  ].some(name => Boolean(annotations[name]));
}
