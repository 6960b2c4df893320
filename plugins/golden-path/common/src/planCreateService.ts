import { ConflictError, InputError } from '@backstage/errors';
import type { GitopsConventions } from './layout/GitopsConventions';
import type { PlatformDefaults } from './layout/PlatformDefaults';
import { detectConventions } from './layout/detectConventions';
import { findNameConflicts } from './names/findNameConflicts';
import { parseCreateServiceParameters } from './parameters/createServiceParameters';
import type {
  Plan,
  PlanWarning,
  PlannedRepository,
  RepositoryRole,
} from './plan/Plan';
import type {
  BranchSnapshot,
  RepositorySnapshot,
} from './plan/RepositorySnapshot';
import { checkPlan } from './plan/checkPlan';
import { describePullRequests } from './plan/describePullRequests';
import { hashPlan } from './plan/hashPlan';
import type { Skeleton } from './render/renderSkeleton';
import { EditCollector } from './repositories/EditCollector';
import { planApps } from './repositories/planApps';
import {
  planApplications,
  planGitopsFoundation,
  planManifests,
} from './repositories/planGitops';
import { planInfra } from './repositories/planInfra';
import { type ServiceModel, createServiceModel } from './service/ServiceModel';

/** What the planner of create-service works from. */
export interface CreateServiceInput {
  values: unknown;
  /** The files of the template's folder. */
  skeleton: Skeleton;
  platform: PlatformDefaults;
  snapshots: Record<RepositoryRole, RepositorySnapshot>;
}

/**
 * Plans a new service: what would be written in the three repositories, by which pull requests, in which order.
 * Pure: the same input gives the same plan, to the byte.
 *
 * @throws InputError for values that cannot be used, naming the field, and for a layout that is not known.
 * @throws ConflictError when the name is taken, naming where, or when a file is in the way.
 */
export async function planCreateService(
  input: CreateServiceInput,
): Promise<Plan> {
  const parameters = parseCreateServiceParameters(input.values);
  const { snapshots, skeleton, platform } = input;
  const apps = branchOf(snapshots.apps);
  const gitops = branchOf(snapshots.gitops);
  const infra = branchOf(snapshots.infra);

  const taken = findNameConflicts(parameters.name, {
    apps: { name: snapshots.apps.name, tree: apps.tree },
    gitops: { name: snapshots.gitops.name, tree: gitops.tree },
    infra: { name: snapshots.infra.name, tree: infra.tree },
  });
  if (taken.length > 0) {
    const where = taken.map(one => `${one.where} has ${one.what}`);
    throw new ConflictError(
      `name: ${parameters.name} is taken: ${where.join('; ')}`,
    );
  }

  const conventions = detectConventions(
    gitops.tree,
    platform,
    snapshots.gitops.defaultBranch,
  );
  const model = createServiceModel({
    parameters,
    conventions,
    platform,
    branches: {
      apps: snapshots.apps.defaultBranch,
      gitops: snapshots.gitops.defaultBranch,
      infra: snapshots.infra.defaultBranch,
    },
  });
  const repositories = [
    planned('infra', snapshots.infra, planInfra(model, skeleton, infra.tree)),
    ...planGitops(model, skeleton, conventions, snapshots.gitops),
    planned('apps', snapshots.apps, planApps(model, skeleton, apps.tree)),
  ];
  const plan = {
    template: 'create-service',
    name: model.name,
    repositories,
    pullRequests: describePullRequests(model, repositories),
    tags: model.applications.map(({ environment, overlayPath }) => ({
      environment,
      repository: snapshots.gitops.name,
      path: `${overlayPath}/kustomization.yaml`,
      image: model.image.name,
    })),
    warnings: warningsOf(model, conventions, snapshots.gitops.name),
    checks: checkPlan(model, repositories),
  };
  return { ...plan, hash: await hashPlan(plan) };
}

/** The branches of the GitOps repository that a new service is written to, its default one aside. */
export function branchesToRead(conventions: GitopsConventions): string[] {
  return [
    ...new Set([conventions.manifestsBranch, conventions.applicationsBranch]),
  ];
}

function planGitops(
  model: ServiceModel,
  skeleton: Skeleton,
  conventions: GitopsConventions,
  snapshot: RepositorySnapshot,
): PlannedRepository[] {
  const { manifestsBranch, applicationsBranch } = conventions;
  const manifestsBase = branchOf(snapshot, manifestsBranch);
  const manifests = new EditCollector(manifestsBase.tree);
  planGitopsFoundation(model, skeleton, manifestsBase.tree, manifests);
  planManifests(model, skeleton, manifests);
  if (applicationsBranch === manifestsBranch) {
    planApplications(model, skeleton, conventions, manifests);
    return [planned('gitops', snapshot, manifests, manifestsBranch)];
  }
  const applications = new EditCollector(
    branchOf(snapshot, applicationsBranch).tree,
  );
  planApplications(model, skeleton, conventions, applications);
  return [
    planned('gitops', snapshot, manifests, manifestsBranch),
    planned('gitops', snapshot, applications, applicationsBranch),
  ];
}

function planned(
  role: RepositoryRole,
  snapshot: RepositorySnapshot,
  collector: EditCollector,
  branch = snapshot.defaultBranch,
): PlannedRepository {
  const { commit } = branchOf(snapshot, branch);
  return {
    role,
    repository: snapshot.name,
    base: { branch, ...(commit !== undefined && { commit }) },
    edits: collector.edits(),
  };
}

function branchOf(
  snapshot: RepositorySnapshot,
  branch = snapshot.defaultBranch,
): BranchSnapshot {
  const found = snapshot.branch(branch);
  if (!found) {
    throw new InputError(
      `${snapshot.name} has no branch ${branch}, which its Argo CD Applications read`,
    );
  }
  return found;
}

function warningsOf(
  model: ServiceModel,
  conventions: GitopsConventions,
  repository: string,
): PlanWarning[] {
  const { addOns, manifestsBranch, applicationsBranch, parent } = conventions;
  const messages = [...conventions.warnings];
  if (manifestsBranch !== applicationsBranch) {
    messages.push(
      `${parent} reads branch ${applicationsBranch}, the Applications read ${manifestsBranch}: manifests and Applications go into two pull requests. Merge the manifests first.`,
    );
  }
  if (!addOns.externalSecret) {
    messages.push(
      `No ClusterSecretStore of External Secrets is here, so the ExternalSecret was left out: fill the Secret ${model.name} from shopstack/<environment>/${model.name} by other means.`,
    );
  }
  if (!addOns.serviceMonitor) {
    messages.push(
      'The Prometheus Operator is not here, so the ServiceMonitor was left out: scrape /metrics by annotation or by a job of Prometheus.',
    );
  }
  return messages.map(message => ({ repository, message }));
}
