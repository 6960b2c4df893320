import type { AuditorService } from '@backstage/backend-plugin-api';
import {
  type CompoundEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { assertError } from '@backstage/errors';
import type {
  ArgocdAction,
  ArgocdApplicationId,
} from '@shopstack/plugin-argocd-common';
import type { Request } from 'express';

/** What somebody asks of an application. */
export interface AuditedAction {
  action: ArgocdAction;
  request: Request;
  entityRef: CompoundEntityRef;
  application: ArgocdApplicationId;
  options: Record<string, boolean>;
}

/** Writes to the audit log that an action was asked for, before it is done, and what became of it. */
export async function audited(
  auditor: AuditorService,
  { action, request, entityRef, application, options }: AuditedAction,
  act: () => Promise<void>,
): Promise<void> {
  const event = await auditor.createEvent({
    eventId: `application-${action}`,
    severityLevel: 'medium',
    request,
    meta: {
      entityRef: stringifyEntityRef(entityRef),
      ...application,
      ...options,
    },
  });
  try {
    await act();
  } catch (error) {
    assertError(error);
    await event.fail({ error });
    throw error;
  }
  await event.success();
}
