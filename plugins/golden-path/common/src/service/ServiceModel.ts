import type { GitopsConventions } from '../layout/GitopsConventions';
import type { PlatformDefaults } from '../layout/PlatformDefaults';
import type { CreateServiceParameters } from '../parameters/createServiceParameters';
import type { RepositoryRole } from '../plan/Plan';
import { FreeText } from '../render/FreeText';

/** One environment of the service that is planned. */
interface ServiceEnvironmentModel {
  environment: string;
  namespace: string;
  /** Name of the Argo CD Application. */
  name: string;
  /** File of the Application. */
  file: string;
  /** Folder of the overlay. */
  overlayPath: string;
}

/** A repository as skeletons and texts name it. */
interface RepositoryModel {
  name: string;
  /** `owner/name`. */
  slug: string;
  branch: string;
}

/** Everything that is decided about a new service: the values that skeletons are rendered with. */
export interface ServiceModel {
  name: string;
  title: FreeText;
  description: FreeText;
  owner: string;
  system: string;
  runtime: string;
  environments: string[];
  applications: ServiceEnvironmentModel[];
  forge: { url: string };
  repositories: {
    apps: RepositoryModel;
    infra: RepositoryModel;
    gitops: RepositoryModel & { manifestsBranch: string };
  };
  aws: { account: string; region: string; githubActionsRole: string };
  image: { name: string; registry: string; repository: string };
  /** Build project of AWS CodeBuild. */
  project: string;
  manifestsFolder: string;
  selectorLabel: string;
  pullSecret: GitopsConventions['pullSecret'] | false;
  addOns: {
    serviceMonitor: boolean;
    externalSecret: { store: string } | false;
  };
  argocd: GitopsConventions['argocd'];
}

/** Joins what a person asked for with what the repositories say. */
export function createServiceModel(input: {
  parameters: CreateServiceParameters;
  conventions: GitopsConventions;
  platform: PlatformDefaults;
  branches: Record<RepositoryRole, string>;
}): ServiceModel {
  const { parameters, conventions, platform, branches } = input;
  const { name } = parameters;
  const { argocd, image, manifestsFolder } = conventions;
  const owner = (role: RepositoryRole) =>
    platform.owners?.[role] ?? ownerOf(argocd.repoUrl) ?? 'shopstack';
  const repository = (role: RepositoryRole): RepositoryModel => ({
    name: platform.repositories[role],
    slug: `${owner(role)}/${platform.repositories[role]}`,
    branch: branches[role],
  });
  const placeholders = (pattern: string, environment: string) =>
    pattern
      .replace(/\{service\}/g, name)
      .replace(/\{environment\}/g, environment);
  const folder = [manifestsFolder, name].filter(Boolean).join('/');

  return {
    name,
    title: new FreeText(parameters.title),
    description: new FreeText(parameters.description),
    owner: parameters.owner,
    system: parameters.system,
    runtime: parameters.runtime,
    environments: parameters.environments,
    applications: parameters.environments.map(environment => ({
      environment,
      namespace: `${name}-${environment}`,
      name: placeholders(conventions.applicationName, environment),
      file: placeholders(conventions.applicationFile, environment),
      overlayPath: `${folder}/overlays/${environment}`,
    })),
    forge: { url: platform.forgeUrl },
    repositories: {
      apps: repository('apps'),
      infra: repository('infra'),
      gitops: {
        ...repository('gitops'),
        manifestsBranch: conventions.manifestsBranch,
      },
    },
    aws: {
      ...(accountOf(image.registry) ?? platform.aws),
      githubActionsRole: 'shopstack-github-actions',
    },
    image: {
      name: `${image.namePrefix}${name}`,
      registry: image.registry,
      repository: `${image.repositoryPrefix}${name}`,
    },
    project: `shopstack-${name}`,
    manifestsFolder,
    selectorLabel: conventions.selectorLabel,
    pullSecret: conventions.pullSecret ?? false,
    addOns: {
      serviceMonitor: conventions.addOns.serviceMonitor,
      externalSecret: conventions.addOns.externalSecret ?? false,
    },
    argocd,
  };
}

/** The account and the region that a registry of Amazon ECR names. */
function accountOf(registry: string) {
  const match = registry.match(
    /^(\d{12})\.dkr\.ecr\.([a-z0-9-]+)\.amazonaws\.com$/,
  );
  return match ? { account: match[1], region: match[2] } : undefined;
}

function ownerOf(repoUrl: string): string | undefined {
  return repoUrl.match(/[/:]([\w.-]+)\/[\w.-]+?(?:\.git)?\/?$/)?.[1];
}
