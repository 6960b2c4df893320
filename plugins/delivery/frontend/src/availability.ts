import type { Entity } from '@backstage/catalog-model';
import {
  ARGOCD_APP_NAME_ANNOTATION,
  ARGOCD_APP_SELECTOR_ANNOTATION,
  SERVICE_ANNOTATION,
} from '@shopstack/plugin-kit-common';

/** Whether there is something to deliver: a component that names its service, or its Argo CD applications. */
export function isDeliveryAvailable(entity: Entity): boolean {
  const annotations = entity.metadata.annotations ?? {};
  return (
    entity.kind.toLocaleLowerCase('en-US') === 'component' &&
    [
      SERVICE_ANNOTATION,
      ARGOCD_APP_SELECTOR_ANNOTATION,
      ARGOCD_APP_NAME_ANNOTATION,
    ].some(name => Boolean(annotations[name]))
  );
}
