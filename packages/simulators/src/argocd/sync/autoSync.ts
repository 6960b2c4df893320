import { timestamp, type Cluster } from '../../kubernetes';
import { mergeConditions } from '../mergeConditions';
import { canSync } from '../syncWindows';
import type { Reconciliation } from '../reconcile';
import type { Application, Operation, Retry } from '../types';

/** Seconds at normal pace after a sync before the cluster is put right again. */
const SELF_HEAL_DELAY = 5;

/** Argo CD retries automated syncs that say nothing about it. */
const defaultRetry: Retry = { limit: 5 };

/** Starts a sync of an application that has drifted and is set to follow. */
export function autoSync(
  cluster: Cluster,
  application: Application,
  result: Reconciliation,
): void {
  const automated = application.spec.syncPolicy?.automated;
  if (
    !automated ||
    automated.enabled === false ||
    application.metadata.deletionTimestamp ||
    result.sync !== 'OutOfSync' ||
    application.operation ||
    !canSync(cluster, application, 'controller')
  ) {
    return;
  }
  const changes = result.resources.filter(
    ({ status }) => status.status !== 'Synced',
  );
  if (
    !automated.prune &&
    changes.every(({ status }) => status.requiresPruning)
  ) {
    return;
  }
  const wipesOut = result.resources.every(({ target }) => !target);
  if (wipesOut && !automated.allowEmpty) {
    setSyncError(
      cluster,
      application,
      `Skipping sync attempt to ${result.revisions[0]}: auto-sync will wipe out all resources`,
    );
    return;
  }
  const last = application.status?.operationState;
  const operation = operationFor(application, result);
  if (last && isSameAttempt(application, result)) {
    if (last.phase !== 'Succeeded') {
      setSyncError(
        cluster,
        application,
        `Failed last sync attempt to ${result.revisions.join(', ')}: ${last.message}`,
      );
      return;
    }
    if (!automated.selfHeal || !isTimeToHeal(cluster, last.finishedAt)) {
      return;
    }
    operation.sync!.resources = changes.map(({ status }) => ({
      ...(status.group && { group: status.group }),
      kind: status.kind,
      ...(status.namespace && { namespace: status.namespace }),
      name: status.name,
    }));
    operation.sync!.autoHealAttemptsCount =
      (last.operation.sync?.autoHealAttemptsCount ?? 0) + 1;
  }
  setSyncError(cluster, application, undefined);
  const latest = cluster.get({
    apiVersion: application.apiVersion,
    kind: application.kind,
    namespace: application.metadata.namespace,
    name: application.metadata.name,
  })!;
  cluster.update({ ...latest, operation });
}

function operationFor(
  { spec }: Application,
  { revisions }: Reconciliation,
): Operation {
  const { automated, syncOptions, retry } = spec.syncPolicy!;
  return {
    sync: {
      revision: revisions[0],
      ...(automated?.prune && { prune: true }),
      ...(syncOptions && { syncOptions }),
    },
    initiatedBy: { automated: true },
    retry: retry ?? defaultRetry,
  };
}

function isSameAttempt(
  { spec, status }: Application,
  { revisions }: Reconciliation,
): boolean {
  const last = status?.operationState?.syncResult;
  const attempted = last?.revisions ?? [last?.revision];
  return (
    JSON.stringify(attempted) === JSON.stringify(revisions) &&
    JSON.stringify(last?.sources ?? last?.source) ===
      JSON.stringify(spec.sources ?? spec.source)
  );
}

function isTimeToHeal(cluster: Cluster, finishedAt: string = ''): boolean {
  const { clock } = cluster.world;
  const passed = clock.now().getTime() - new Date(finishedAt).getTime();
  return passed / 1000 >= SELF_HEAL_DELAY / clock.pace;
}

function setSyncError(
  cluster: Cluster,
  application: Application,
  message: string | undefined,
): void {
  const { conditions: before = [], ...status } = application.status ?? {};
  const conditions = mergeConditions(
    before,
    message ? [{ type: 'SyncError', message }] : [],
    timestamp(cluster.now()),
    ['SyncError'],
  );
  cluster.update({
    ...application,
    status: { ...status, ...(conditions.length > 0 && { conditions }) },
  });
}
