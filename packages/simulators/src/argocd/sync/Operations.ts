import { keyOf, timestamp, type Cluster } from '../../kubernetes';
import { recordEvent } from '../../kubernetes/controllers/recordEvent';
import type { World } from '../../world/types';
import type { Application, Operation, OperationState } from '../types';
import { finishOperation } from './finishOperation';
import type { SyncTask } from './tasks';

/** Where an operation is. */
export interface Work {
  /** Do the group after `at`, wait for the group `at`, or end. */
  stage: 'run' | 'wait' | 'end';
  /** The last group that was applied; absent before the first. */
  at?: Pick<SyncTask, 'phase' | 'wave'>;
  dueAt: string;
}

const KIND = 'argocd-operation';

const component = 'argocd-application-controller';

/**
 * The operations of applications: their state, which is part of the application, and what they do next and when, which
 * is a document of its own. Both are durable, so that a restart goes on where it was. Keys are those of applications.
 */
export class Operations {
  readonly #cluster: Cluster;
  readonly #world: World;

  constructor(cluster: Cluster) {
    this.#cluster = cluster;
    this.#world = cluster.world;
  }

  work(key: string): Work {
    return (
      this.#world.store.get<Work>(KIND, key) ?? { stage: 'run', dueAt: '' }
    );
  }

  isDue({ dueAt }: Work): boolean {
    return dueAt <= this.#world.clock.now().toISOString();
  }

  /** @param seconds - from now, at normal pace */
  plan(key: string, work: Omit<Work, 'dueAt'>, seconds: number): void {
    const dueAt = this.#world.clock.after(seconds);
    this.#world.store.put<Work>(KIND, key, { ...work, dueAt });
  }

  /** Takes up what an application asks for. */
  begin(application: Application, seconds: number): void {
    const operation = application.operation!;
    const { sync = {} } = operation;
    const { source, sources } = application.spec;
    const key = keyOf(application);
    this.#cluster.batch(() => {
      this.plan(key, { stage: 'run' }, seconds);
      this.write(key, {
        operation,
        phase: 'Running',
        message: 'waiting for sync to start',
        startedAt: timestamp(this.#cluster.now()),
        syncResult: {
          resources: [],
          revision: sync.revision ?? '',
          source: sync.source ?? source!,
          ...(sources && { sources }),
        },
      });
      recordEvent(this.#cluster, application, {
        reason: 'OperationStarted',
        message: describeStart(operation),
        component,
      });
    });
  }

  write(key: string, operationState: OperationState): void {
    const application = this.#cluster.getByKey(key);
    if (application) {
      this.#cluster.update({
        ...application,
        status: { ...application.status, operationState },
      });
    }
  }

  /** Ends an operation; the application may have gone meanwhile. */
  finish(
    key: string,
    phase: 'Succeeded' | 'Failed' | 'Error',
    message: string,
  ): void {
    this.#cluster.batch(() => {
      this.#world.store.delete(KIND, key);
      const application = this.#cluster.getByKey(key);
      if (!application) {
        return;
      }
      const time = timestamp(this.#cluster.now());
      this.#cluster.update(
        finishOperation(application as Application, phase, message, time),
      );
      const succeeded = phase === 'Succeeded';
      recordEvent(this.#cluster, application, {
        type: succeeded ? 'Normal' : 'Warning',
        reason: 'OperationCompleted',
        message: succeeded
          ? `Sync operation to ${application.status.operationState?.syncResult?.revision} succeeded`
          : `Sync operation failed: ${message}`,
        component,
      });
    });
  }
}

function describeStart({ sync, initiatedBy }: Operation): string {
  const revision = sync?.revision ?? 'the target revision';
  return initiatedBy?.automated
    ? `Initiated automated sync to '${revision}'`
    : `${initiatedBy?.username ?? 'Unknown user'} initiated sync to ${revision}`;
}
