import { timestamp, type Cluster } from '../kubernetes';
import { ARGO_NAMESPACE, ARGO_VERSION, sourcesOf } from './applications';
import {
  compareApplication,
  liveState,
  sharedWith,
  type Comparison,
  type ManagedResource,
} from './compare/compareApplication';
import { worstHealth } from './health/assessHealth';
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

/** Conditions that every comparison finds anew; others stay until they are taken away. */
const found = [
  'ComparisonError',
  'InvalidSpecError',
  'SharedResourceWarning',
  'OrphanedResourceWarning',
  'RepeatedResourceWarning',
];

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

/** Replaces the conditions that comparisons find; a condition that stays keeps its time. */
export function mergeConditions(
  before: Condition[] = [],
  next: Condition[],
  time: string,
  replaced: string[] = found,
): Condition[] {
  const kept = before.filter(({ type }) => !replaced.includes(type));
  const added = next.map(condition => {
    const same = before.find(
      ({ type, message }) =>
        type === condition.type && message === condition.message,
    );
    return same ?? { ...condition, lastTransitionTime: time };
  });
  return [...kept, ...added];
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

/** Why the application cannot be looked at in this cluster, or undefined. */
function specProblem(
  cluster: Cluster,
  { spec }: Application,
): string | undefined {
  const { project, destination } = spec;
  const known = cluster.get({
    apiVersion: ARGO_VERSION,
    kind: 'AppProject',
    namespace: ARGO_NAMESPACE,
    name: project,
  });
  if (!known) {
    return `Application referencing project ${project} which does not exist`;
  }
  if (!spec.source && !spec.sources?.length) {
    return 'spec.source.repoURL and either spec.source.path, spec.source.chart, or spec.source.ref are required';
  }
  const { server, name } = destination ?? {};
  if (server && server !== 'https://kubernetes.default.svc') {
    return `there are no clusters with this server: ${server}`;
  }
  if (!server && name !== 'in-cluster') {
    return name
      ? `there are no clusters with this name: ${name}`
      : 'Destination server missing from app spec';
  }
  return undefined;
}
