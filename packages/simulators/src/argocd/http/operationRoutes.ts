import { Router } from 'express';
import { keyOf, type Cluster } from '../../kubernetes';
import type { ArgocdInstance } from '../instances';
import type { Application, Operation, SyncOperation } from '../types';
import { canSync } from '../syncWindows';
import { ArgoError } from './ArgoError';
import { findApplication } from './findApplication';
import { presentApplication } from './present';

/** Who starts operations with the portal's token. */
const USER = 'portal';

/** What can be done to one application: sync, go back, and stop what runs. */
export function operationRoutes(
  cluster: Cluster,
  instance: ArgocdInstance,
): Router {
  const router = Router();
  router.post('/:name/sync', (request, response) => {
    const application = findApplication(cluster, instance, request);
    const body = request.body ?? {};
    const { automated } = application.spec.syncPolicy ?? {};
    const target = application.spec.source?.targetRevision?.trim() || 'HEAD';
    if (!canSync(cluster, application, 'person')) {
      throw new ArgoError(7, 'cannot sync: blocked by sync window');
    }
    const isOther = body.revision && body.revision !== target;
    if (automated && automated.enabled !== false && isOther && !body.dryRun) {
      throw new ArgoError(
        9,
        `Cannot sync to ${body.revision}: auto-sync currently set to ${target}`,
      );
    }
    const revision = isCommit(body.revision) ? body.revision : undefined;
    const sync: SyncOperation = {
      ...(revision && { revision }),
      ...(body.prune && { prune: true }),
      ...(body.dryRun && { dryRun: true }),
      ...(body.strategy && { syncStrategy: body.strategy }),
      ...(body.resources && { resources: body.resources }),
      syncOptions:
        body.syncOptions?.items ?? application.spec.syncPolicy?.syncOptions,
    };
    response.json(
      start(cluster, application, {
        sync,
        initiatedBy: { username: USER },
        retry: body.retryStrategy ?? application.spec.syncPolicy?.retry ?? {},
        ...(body.infos && { info: body.infos }),
      }),
    );
  });
  router.post('/:name/rollback', (request, response) => {
    const application = findApplication(cluster, instance, request);
    const body = request.body ?? {};
    const { automated } = application.spec.syncPolicy ?? {};
    if (automated && automated.enabled !== false) {
      throw new ArgoError(
        9,
        'rollback cannot be initiated when auto-sync is enabled',
      );
    }
    const id = Number(body.id ?? 0);
    const entry = application.status?.history?.find(each => each.id === id);
    if (!entry) {
      throw new ArgoError(
        3,
        `application ${application.metadata.name} does not have deployment with id ${id}`,
      );
    }
    response.json(
      start(cluster, application, {
        sync: {
          revision: entry.revision,
          source: entry.source,
          ...(body.prune && { prune: true }),
          ...(body.dryRun && { dryRun: true }),
        },
        initiatedBy: { username: USER },
      }),
    );
  });
  router.delete('/:name/operation', (request, response) => {
    const application = findApplication(cluster, instance, request);
    const state = application.status?.operationState;
    if (!application.operation || state?.phase !== 'Running') {
      throw new ArgoError(
        3,
        'Unable to terminate operation. No operation is in progress',
      );
    }
    cluster.update({
      ...application,
      status: {
        ...application.status,
        operationState: { ...state, phase: 'Terminating' },
      },
    });
    response.json({});
  });
  return router;
}

function start(
  cluster: Cluster,
  application: Application,
  operation: Operation,
): object {
  if (application.metadata.deletionTimestamp) {
    throw new ArgoError(9, 'application is deleting');
  }
  if (application.operation) {
    throw new ArgoError(9, 'another operation is already in progress');
  }
  cluster.update({ ...application, operation });
  return presentApplication(
    cluster.getByKey(keyOf(application)) as Application,
  );
}

function isCommit(revision: unknown): boolean {
  return typeof revision === 'string' && /^[0-9a-f]{40}$/.test(revision);
}
