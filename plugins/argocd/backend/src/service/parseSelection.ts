import type { Entity } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import {
  ARGOCD_APP_NAME_ANNOTATION,
  ARGOCD_APP_NAMESPACE_ANNOTATION,
  ARGOCD_APP_SELECTOR_ANNOTATION,
  ARGOCD_INSTANCE_NAME_ANNOTATION,
  ARGOCD_PROJECT_NAME_ANNOTATION,
  SERVICE_ANNOTATION,
} from '@shopstack/plugin-kit-common';
import { annotationList, missingAnnotation } from '@shopstack/plugin-kit-node';
import type { ApplicationSelection } from './ApplicationSelection';
import { parseLabelSelector } from './labelSelector';
import { isObjectName } from './objectName';

/** What label selectors are written with: keys, values, `=`, `!=`, `in (a, b)`. */
const SELECTOR = /^[A-Za-z0-9!][A-Za-z0-9._/=!,() -]{0,999}$/;

/** What an entity selects, and of which instances; no instance means all. */
export interface EntitySelection {
  selection: ApplicationSelection;
  instances: string[];
}

/**
 * Reads the annotations of an entity. Where it has both a selector and names, both count.
 *
 * @throws InputError when it has neither, or when one is malformed; the message names the annotation.
 */
export function parseSelection(entity: Entity): EntitySelection {
  const annotations = entity.metadata.annotations ?? {};
  const selector = annotations[ARGOCD_APP_SELECTOR_ANNOTATION]?.trim();
  const names = annotationList(entity, ARGOCD_APP_NAME_ANNOTATION);
  if (!selector && names.length === 0) {
    throw missingAnnotation(
      entity,
      ARGOCD_APP_SELECTOR_ANNOTATION,
      ARGOCD_APP_NAME_ANNOTATION,
    );
  }
  if (selector && !(SELECTOR.test(selector) && parseLabelSelector(selector))) {
    throw malformed(ARGOCD_APP_SELECTOR_ANNOTATION);
  }
  const objectName = (annotation: string) => {
    const value = annotations[annotation]?.trim() || undefined;
    if (value !== undefined && !isObjectName(value)) {
      throw malformed(annotation);
    }
    return value;
  };
  if (!names.every(isObjectName)) {
    throw malformed(ARGOCD_APP_NAME_ANNOTATION);
  }
  return {
    selection: {
      selector: selector || undefined,
      names,
      appNamespace: objectName(ARGOCD_APP_NAMESPACE_ANNOTATION),
      project: objectName(ARGOCD_PROJECT_NAME_ANNOTATION),
      service: annotations[SERVICE_ANNOTATION],
    },
    instances: annotationList(entity, ARGOCD_INSTANCE_NAME_ANNOTATION),
  };
}

function malformed(annotation: string): InputError {
  return new InputError(`The annotation '${annotation}' is malformed`);
}
