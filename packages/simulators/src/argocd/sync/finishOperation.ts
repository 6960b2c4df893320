import type { Application, OperationState, RevisionHistory } from '../types';

/** Deployments an application remembers unless it says otherwise. */
const HISTORY_LIMIT = 10;

/** An application after its operation ended: the outcome, and when it went well a new entry of the history. */
export function finishOperation(
  application: Application,
  phase: 'Succeeded' | 'Failed' | 'Error',
  message: string,
  time: string,
): Application {
  const state = application.status?.operationState;
  const { operation: _operation, ...rest } = application;
  if (!state) {
    return rest as Application;
  }
  const finished: OperationState = {
    ...state,
    phase,
    message,
    finishedAt: time,
    syncResult: state.syncResult && {
      ...state.syncResult,
      resources: state.syncResult.resources?.map(result => ({
        ...result,
        ...(result.hookPhase === 'Running' && { hookPhase: 'Succeeded' }),
      })),
    },
  };
  const recorded =
    phase === 'Succeeded' &&
    !state.operation.sync?.dryRun &&
    !state.operation.sync?.resources?.length;
  return {
    ...rest,
    status: {
      ...application.status,
      operationState: finished,
      ...(recorded && { history: withEntry(application, finished, time) }),
    },
  } as Application;
}

function withEntry(
  { spec, status }: Application,
  state: OperationState,
  time: string,
): RevisionHistory[] {
  const history = status?.history ?? [];
  const { revision, revisions, source, sources } = state.syncResult!;
  const entry: RevisionHistory = {
    id: (history.at(-1)?.id ?? -1) + 1,
    revision,
    ...(revisions && { revisions }),
    deployStartedAt: state.startedAt,
    deployedAt: time,
    source,
    ...(sources && { sources }),
    initiatedBy: state.operation.initiatedBy ?? {},
  };
  return [...history, entry].slice(
    -(spec.revisionHistoryLimit ?? HISTORY_LIMIT),
  );
}
