import { timestamp, type Cluster } from '../kubernetes';
import { ARGO_NAMESPACE, sourcesOf } from './applications';
import {
  compareApplication,
  liveState,
  sharedWith,
  type Comparison,
  type ManagedResource,
} from './compare/compareApplication';
import { worstHealth } from './health/assessHealth';
import { mergeConditions } from './mergeConditions';
import { specProblem } from './specProblem';
import type { Sources } from './sources/Sources';
import { summarize } from './summarize';
import type {
  Application,
  ApplicationStatus,
  Condition,
  HealthCode,
  SyncCode,
} from './types';

/** What a comparison found, before it is written. */
export interface Reconciliation {
  sync: SyncCode;
  health: HealthCode;
  revisions: string[];
  sourceTypes: string[];
  resources: ManagedResource[];
  comparison?: Comparison;
  conditions: Condition[];
}

/**
 * Compares an application with the cluster.
 * @param revisions - commits to compare with instead of those of the target revisions
 */
export async function reconcile(
  cluster: Cluster,
  sources: Sources,
  application: Application,
  revisions?: string[],
): Promise<Reconciliation> {
  const invalid = specProblem(cluster, application);
  if (invalid) {
    return {
      sync: 'Unknown',
      health: 'Unknown',
      revisions: [],
      sourceTypes: [],
      resources: [],
      conditions: [{ type: 'InvalidSpecError', message: invalid }],
    };
  }
  try {
    const desired = await sources.load(application, revisions);
    const comparison = compareApplication(
      cluster,
      application,
      desired.objects,
    );
    return {
      ...desired,
      sync: comparison.sync,
      health: healthOf(comparison.resources),
      resources: comparison.resources,
      comparison,
      conditions: warnings(application, comparison.resources),
    };
  } catch (error) {
    const resources = liveState(cluster, application);
    return {
      sync: 'Unknown',
      health: healthOf(resources),
      revisions: [],
      sourceTypes: [],
      resources,
      conditions: [
        { type: 'ComparisonError', message: (error as Error).message },
      ],
    };
  }
}

/** Writes what a comparison found into the application's status. */
export function writeReconciliation(
  cluster: Cluster,
  application: Application,
  result: Reconciliation,
  options: { fromGit: boolean },
): Application {
  const before: ApplicationStatus = application.status ?? {};
  const time = timestamp(cluster.now());
  const sources = sourcesOf(application);
  const several = application.spec.sources !== undefined;
  const conditions = mergeConditions(
    before.conditions,
    result.conditions,
    time,
  );
  const status: ApplicationStatus = {
    ...before,
    sync: {
      status: result.sync,
      ...(several
        ? { revisions: result.revisions }
        : { revision: result.revisions[0] ?? '' }),
      comparedTo: {
        ...(several ? { sources } : { source: sources[0] }),
        destination: application.spec.destination,
      },
    },
    health: {
      status: result.health,
      lastTransitionTime:
        before.health?.status === result.health
          ? before.health.lastTransitionTime
          : time,
    },
    resources: result.resources.map(({ status: each }) => each),
    summary: summarize(cluster, application),
    controllerNamespace: ARGO_NAMESPACE,
    ...(result.sourceTypes.length > 0 &&
      (several
        ? { sourceTypes: result.sourceTypes }
        : { sourceType: result.sourceTypes[0] })),
    ...(options.fromGit || !before.reconciledAt ? { reconciledAt: time } : {}),
  };
  delete status.conditions;
  if (conditions.length > 0) {
    status.conditions = conditions;
  }
  return cluster.update({ ...application, status }) as Application;
}

function healthOf(resources: ManagedResource[]): HealthCode {
  return worstHealth(
    resources.flatMap(({ status }) =>
      status.health ? [status.health.status] : [],
    ),
  );
}

function warnings(
  application: Application,
  resources: ManagedResource[],
): Condition[] {
  return resources.flatMap(resource => {
    const other = sharedWith(application, resource);
    const { kind, name } = resource.status;
    return other
      ? [
          {
            type: 'SharedResourceWarning',
            message: `${kind}/${name} is part of applications ${application.metadata.namespace}/${application.metadata.name} and ${other}`,
          },
        ]
      : [];
  });
}
