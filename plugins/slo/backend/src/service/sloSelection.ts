import type { Entity } from '@backstage/catalog-model';
import {
  SLO_FILES_ANNOTATION,
  SLO_INSTANCE_ANNOTATION,
  SLO_SERVICE_ANNOTATION,
} from '@shopstack/plugin-kit-common';
import { annotationList, missingAnnotation } from '@shopstack/plugin-kit-node';

/** Which objectives an entity means. Names are only compared with what Prometheus tells: none is put into a query. */
export interface SloSelection {
  /** As `sloth_service` says. */
  services: string[];
  /** Configured instances; empty means all. */
  instances: string[];
  /** True when files state objectives as well. */
  hasFiles: boolean;
}

/** The services whose objectives are an entity's own, and where they are recorded. */
export function sloServices(
  entity: Entity,
): Pick<SloSelection, 'services' | 'instances'> {
  return {
    services: annotationList(entity, SLO_SERVICE_ANNOTATION),
    instances: annotationList(entity, SLO_INSTANCE_ANNOTATION),
  };
}

/** @throws InputError when the entity names neither a service nor a file. */
export function sloSelection(entity: Entity): SloSelection {
  const selection = sloServices(entity);
  const hasFiles = annotationList(entity, SLO_FILES_ANNOTATION).length > 0;
  if (selection.services.length === 0 && !hasFiles) {
    throw missingAnnotation(
      entity,
      SLO_SERVICE_ANNOTATION,
      SLO_FILES_ANNOTATION,
    );
  }
  return { ...selection, hasFiles };
}
