import { ensureNamespace, keyOf, type Cluster } from '../../kubernetes';
import { reconcile } from '../reconcile';
import type { Sources } from '../sources/Sources';
import type { Application, OperationState } from '../types';
import { Operations, type Work } from './Operations';
import { retryDelay } from './retryDelay';
import { dryRunTask, runTask } from './runTask';
import { isAfter, planTasks, type TaskGroup } from './tasks';
import { waitForHealth } from './waitForHealth';

/** Seconds at normal pace from the start of an operation to its first change, and from its last to its end. */
const durations = { begin: 1, end: 1 };

/** Carries out the operations of applications, step by step. */
export class SyncRunner {
  readonly #cluster: Cluster;
  readonly #sources: Sources;
  readonly #operations: Operations;

  constructor(cluster: Cluster, sources: Sources) {
    this.#cluster = cluster;
    this.#sources = sources;
    this.#operations = new Operations(cluster);
  }

  /** Whether something is asked of the application or under way. */
  isBusy({ operation, status }: Application): boolean {
    const phase = status?.operationState?.phase ?? '';
    return (
      operation !== undefined || ['Running', 'Terminating'].includes(phase)
    );
  }

  /**
   * Brings an application's operation one step further, when it is time to.
   * @returns true when the operation ended in this step
   */
  async advance(application: Application): Promise<boolean> {
    const key = keyOf(application);
    const state = application.status?.operationState;
    if (state?.phase === 'Terminating') {
      return this.#finish(key, 'Failed', 'Operation terminated');
    }
    if (state?.phase !== 'Running') {
      this.#operations.begin(application, durations.begin);
      return false;
    }
    const work = this.#operations.work(key);
    if (!this.#operations.isDue(work)) {
      return false;
    }
    return work.stage === 'end'
      ? this.#finish(key, 'Succeeded', 'successfully synced (all tasks run)')
      : this.#proceed(application, state, work);
  }

  async #proceed(
    application: Application,
    state: OperationState,
    work: Work,
  ): Promise<boolean> {
    const key = keyOf(application);
    const { sync = {} } = state.operation;
    const { revision, revisions } = state.syncResult!;
    const asked: Application = sync.source
      ? { ...application, spec: { ...application.spec, source: sync.source } }
      : application;
    const result = await reconcile(
      this.#cluster,
      this.#sources,
      asked,
      revisions ?? (revision ? [revision] : undefined),
    );
    if (!result.comparison) {
      return this.#finish(key, 'Error', result.conditions[0].message);
    }
    const next: OperationState = {
      ...state,
      syncResult: {
        ...state.syncResult!,
        revision: result.revisions[0],
        ...(application.spec.sources && { revisions: result.revisions }),
      },
    };
    const groups = planTasks(result.comparison, sync);
    if (sync.dryRun) {
      this.#dryRun(key, next, groups);
      return false;
    }
    return work.stage === 'wait'
      ? this.#wait(key, next, work, groups)
      : this.#run(application, next, work, groups);
  }

  /** Applies the next group of tasks. */
  #run(
    application: Application,
    state: OperationState,
    { at }: Work,
    groups: TaskGroup[],
  ): boolean {
    const key = keyOf(application);
    const remaining = groups.filter(group => !at || isAfter(group, at));
    const [group] = remaining;
    if (!group) {
      this.#end(key, state);
      return false;
    }
    const results = this.#cluster.batch(() => {
      this.#createNamespace(application, state);
      return group.tasks.map(task => runTask(this.#cluster, application, task));
    });
    const next = withResults(state, results);
    const failed = results.filter(({ status }) => status === 'SyncFailed');
    if (failed.length > 0) {
      const reasons = failed.map(({ message }) => message).join(',');
      return this.#fail(
        key,
        next,
        `one or more objects failed to apply, reason: ${reasons}`,
      );
    }
    const isLast = remaining.length === 1;
    if (isLast && !group.tasks.some(({ hook }) => hook)) {
      this.#end(key, next);
    } else {
      const { phase, wave } = group;
      this.#operations.write(key, next);
      this.#operations.plan(key, { stage: 'wait', at: { phase, wave } }, 0);
    }
    return false;
  }

  /** The next group begins when everything of this one is healthy. */
  #wait(
    key: string,
    state: OperationState,
    { at }: Work,
    groups: TaskGroup[],
  ): boolean {
    const group = groups.find(
      ({ phase, wave }) => phase === at!.phase && wave === at!.wave,
    );
    const health = waitForHealth(this.#cluster, group?.tasks ?? []);
    switch (health.state) {
      case 'failed':
        return this.#fail(key, state, health.message);
      case 'waiting':
        this.#operations.write(key, { ...state, message: health.message });
        return false;
      default:
        this.#operations.plan(key, { stage: 'run', at }, 0);
        return false;
    }
  }

  #dryRun(key: string, state: OperationState, groups: TaskGroup[]): void {
    const results = groups.flatMap(({ tasks }) => tasks.map(dryRunTask));
    this.#end(key, withResults(state, results));
  }

  #end(key: string, state: OperationState): void {
    this.#operations.write(key, {
      ...state,
      message: 'one or more tasks are running',
    });
    this.#operations.plan(key, { stage: 'end' }, durations.end);
  }

  /** Tries again later where the operation says so, otherwise ends. */
  #fail(key: string, state: OperationState, message: string): boolean {
    const { retry } = state.operation;
    const tries = state.retryCount ?? 0;
    const limit = retry?.limit ?? 0;
    if (limit >= 0 && tries >= limit) {
      this.#operations.write(key, state);
      const suffix = tries > 0 ? ` (retried ${tries} times).` : '';
      return this.#finish(key, 'Failed', `${message}${suffix}`);
    }
    this.#operations.write(key, {
      ...state,
      message: `${message}. Retrying attempt #${tries + 1}.`,
      retryCount: tries + 1,
      syncResult: { ...state.syncResult!, resources: [] },
    });
    const seconds = retryDelay(retry?.backoff, tries);
    this.#operations.plan(key, { stage: 'run' }, seconds);
    return false;
  }

  #finish(
    key: string,
    phase: 'Succeeded' | 'Failed' | 'Error',
    message: string,
  ): true {
    this.#operations.finish(key, phase, message);
    return true;
  }

  #createNamespace({ spec }: Application, { operation }: OperationState): void {
    const options =
      operation.sync?.syncOptions ?? spec.syncPolicy?.syncOptions ?? [];
    const { namespace } = spec.destination;
    if (options.includes('CreateNamespace=true') && namespace) {
      ensureNamespace(this.#cluster, namespace);
    }
  }
}

function withResults(
  state: OperationState,
  results: NonNullable<OperationState['syncResult']>['resources'] = [],
): OperationState {
  const { resources = [], ...rest } = state.syncResult!;
  return {
    ...state,
    syncResult: { ...rest, resources: [...resources, ...results] },
  };
}
