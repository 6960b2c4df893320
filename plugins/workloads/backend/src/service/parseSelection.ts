import { type Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import { KUBERNETES_ANNOTATION } from '@backstage/plugin-kubernetes-common';
import {
  KUBERNETES_LABEL_SELECTOR_ANNOTATION,
  SERVICE_ANNOTATION,
  SERVICE_LABEL,
} from '@shopstack/plugin-kit-common';
import { annotationList } from '@shopstack/plugin-kit-node';

/** Of the stock Kubernetes plugin, which exports no names for them. */
const NAMESPACE_ANNOTATION = 'backstage.io/kubernetes-namespace';
const CLUSTER_ANNOTATION = 'backstage.io/kubernetes-cluster';

/** What label selectors are written with: keys, values, `=`, `!=`, `in (a, b)`. */
const SELECTOR = /^[A-Za-z0-9!][A-Za-z0-9._/=!,() -]{0,999}$/;

/** A DNS label (RFC 1123), as namespaces are named. */
const NAMESPACE = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;

/** A value of a label, as services are named. */
const LABEL_VALUE = /^[A-Za-z0-9]([A-Za-z0-9._-]{0,61}[A-Za-z0-9])?$/;

/** What has to be asked for where objects do not carry our labels. */
export interface OnDemandSelection {
  labelSelector: string;
  namespace?: string;
}

/** Which workloads belong to an entity. */
export interface EntitySelection {
  service: string;
  /** Absent where the labels of the fleet say it all. */
  onDemand?: OnDemandSelection;
  /** The only cluster that is meant; absent means all. */
  cluster?: string;
}

/**
 * Reads the annotations of an entity: `shopstack.dev/service`, and those of the stock Kubernetes plugin.
 *
 * @throws InputError when it has none of them, or when one is malformed; the message names the annotation.
 */
export function parseSelection(entity: Entity): EntitySelection {
  const one = (annotation: string, form: RegExp) => {
    const value = entity.metadata.annotations?.[annotation]?.trim();
    if (value && !form.test(value)) {
      throw new InputError(`The annotation '${annotation}' is malformed`);
    }
    return value || undefined;
  };
  const annotated = one(SERVICE_ANNOTATION, LABEL_VALUE);
  const selector = one(KUBERNETES_LABEL_SELECTOR_ANNOTATION, SELECTOR);
  const id = one(KUBERNETES_ANNOTATION, LABEL_VALUE);
  const namespace = one(NAMESPACE_ANNOTATION, NAMESPACE);
  if (!annotated && !selector && !id && !namespace) {
    throw new InputError(
      `${stringifyEntityRef(entity)} has no annotation '${SERVICE_ANNOTATION}' or '${KUBERNETES_LABEL_SELECTOR_ANNOTATION}'`,
    );
  }
  const service = annotated ?? entity.metadata.name;
  const labelSelector =
    selector ??
    (id || namespace
      ? `${KUBERNETES_ANNOTATION}=${id ?? entity.metadata.name}`
      : undefined);
  const [cluster] = annotationList(entity, CLUSTER_ANNOTATION);
  return {
    service,
    ...(labelSelector &&
      !isOurs(labelSelector, service) && {
        onDemand: { labelSelector, ...(namespace && { namespace }) },
      }),
    ...(cluster && { cluster }),
  };
}

/** True for the selector that means just what the collector follows. */
function isOurs(selector: string, service: string): boolean {
  return (
    selector.replace(/\s/g, '').replace('==', '=') ===
    `${SERVICE_LABEL}=${service}`
  );
}
