import type { ArgocdApplication } from '@shopstack/plugin-argocd-common';
import type { Build } from '@shopstack/plugin-builds-common';
import type {
  DeliveryStrip,
  EnvironmentState,
} from '@shopstack/plugin-delivery-common';
import {
  compareEnvironments,
  environmentRank,
  type Observed,
} from '@shopstack/plugin-kit-common';
import type { Workload } from '@shopstack/plugin-workloads-common';
import { deployedVersion, deploymentOf } from './deployedVersion';
import { environmentState } from './environmentState';
import {
  type EnvironmentWorkload,
  toEnvironmentWorkloads,
} from './EnvironmentWorkload';

export interface StripParts {
  applications: Observed<ArgocdApplication>;
  /** Absent where pods are not asked for. */
  workloads?: Observed<Workload>;
  builds?: Observed<Build>;
  /** Environments in the order of promotion. */
  order: readonly string[];
  commitUrl: (sha: string) => string | undefined;
}

function joinEnvironment(
  application: ArgocdApplication,
  environment: string,
  workload: EnvironmentWorkload | undefined,
  { builds, commitUrl }: StripParts,
): EnvironmentState {
  const judgement = environmentState(application, workload);
  const released = judgement.state !== 'not-promoted';
  const version = released
    ? deployedVersion({
        application,
        workload,
        builds: builds?.items ?? [],
        commitUrl,
      })
    : undefined;
  return {
    environment,
    basis: application.basis ?? 'inferred',
    ...judgement,
    version,
    deployedAt: released
      ? deploymentOf(application, version?.commit)?.deployedAt
      : undefined,
    sync: application.sync.status,
    health: application.health.status,
    pods: workload && {
      ready: workload.ready,
      desired: workload.desired,
      restarts: workload.restarts,
    },
    autoscaler: workload?.autoscaler && {
      min: workload.autoscaler.min,
      max: workload.autoscaler.max,
      limited: workload.autoscaler.limited,
      message: workload.autoscaler.message,
    },
    warning: workload?.warning && {
      reason: workload.warning.reason,
      message: workload.warning.message,
      lastAt: workload.warning.lastAt,
    },
    applicationUrl: application.url,
  };
}

/** An environment without an application: nothing came so far, unless a source did not tell. */
function absent(
  environment: string,
  sources: DeliveryStrip['sources'],
): EnvironmentState {
  const silent = sources.find(({ state }) => state !== 'ok');
  return {
    environment,
    basis: 'inferred',
    ...(silent
      ? { state: 'unknown', reason: 'Argo CD could not be read' }
      : { state: 'not-promoted', reason: 'It has no Argo CD application' }),
  };
}

/** One service over its environments, from what its sources told. Pure. */
export function joinStrip(parts: StripParts): DeliveryStrip {
  const { applications, workloads, builds, order } = parts;
  const known = applications.items.filter(each => each.environment);
  const running = toEnvironmentWorkloads(workloads?.items ?? []);
  const missing = order.filter(
    (_, rank) =>
      !known.some(each => environmentRank(each.environment!, order) === rank),
  );
  const environments = [
    ...known.map(each =>
      joinEnvironment(
        each,
        each.environment!,
        running.find(({ environment }) => environment === each.environment),
        parts,
      ),
    ),
    ...missing.map(each => absent(each, applications.sources)),
  ].sort((a, b) => compareEnvironments(a.environment, b.environment, order));
  return {
    environments,
    sources: [
      ...applications.sources,
      ...(workloads?.sources ?? []),
      ...(builds?.sources ?? []),
    ],
  };
}
