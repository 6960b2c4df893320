import type { RepositoryTree } from '../plan/RepositoryTree';
import type { GitopsConventions } from './GitopsConventions';
import type { ApplicationManifest } from './applications';
import type { ServiceApplication } from './detectConventions';
import { mostCommon } from './mostCommon';

type FromApplications = Pick<
  GitopsConventions,
  | 'manifestsBranch'
  | 'applicationFile'
  | 'applicationName'
  | 'applicationsBranch'
  | 'applicationsKustomization'
  | 'parent'
  | 'argocd'
  | 'warnings'
>;

const IN_CLUSTER = 'https://kubernetes.default.svc';

/** Where Applications of services are written, what they say, and which branches they and their parent read. */
export function applicationConventions(input: {
  tree: RepositoryTree;
  applications: ApplicationManifest[];
  services: ServiceApplication[];
  manifestsFolder: string;
  defaultBranch: string;
  /** Address of the repository, for when no Application says it. */
  repoUrl: string;
}): FromApplications {
  const { services, applications, defaultBranch } = input;
  const warnings: string[] = [];

  const applicationFile = filePattern(services, input.manifestsFolder);
  const folder = folderOf(applicationFile.split('{')[0]);
  const parent = applications.find(
    one =>
      (one.path === folder && folder === folderOf(applicationFile)) ||
      (one.recurse && `${folder}/`.startsWith(`${one.path}/`)),
  );
  if (!parent && applications.length > 0) {
    warnings.push(
      `No Application renders ${folder}: the new Applications have to be applied by hand.`,
    );
  }

  const targetRevision =
    mostCommon(services.map(one => one.targetRevision)) ?? defaultBranch;
  const kustomization = [
    'kustomization.yaml',
    'kustomization.yml',
    'Kustomization',
  ]
    .map(name => `${folder}/${name}`)
    .find(path => input.tree.files.has(path));

  return {
    manifestsBranch: branchOf(targetRevision, defaultBranch),
    applicationFile,
    applicationName:
      mostCommon(services.map(one => namePattern(one.name, one))) ??
      '{service}-{environment}',
    applicationsBranch: parent
      ? branchOf(parent.targetRevision, defaultBranch)
      : defaultBranch,
    applicationsKustomization: kustomization,
    parent: parent?.name,
    argocd: {
      namespace: mostCommon(services.map(one => one.namespace)) ?? 'argocd',
      project: mostCommon(services.map(one => one.project)) ?? 'default',
      repoUrl:
        mostCommon(services.map(one => one.repoUrl)) ??
        parent?.repoUrl ??
        input.repoUrl,
      targetRevision,
      syncWave: mostCommon(services.map(one => one.syncWave)) ?? '3',
      destination: destinationOf(services),
    },
    warnings,
  };
}

function folderOf(path: string): string {
  return path.slice(0, Math.max(path.lastIndexOf('/'), 0));
}

/** A revision as a branch; `HEAD` and nothing at all mean the default one. */
function branchOf(revision: string, defaultBranch: string): string {
  return revision === 'HEAD' || revision === ''
    ? defaultBranch
    : revision.replace(/^refs\/heads\//, '');
}

function destinationOf(services: ServiceApplication[]) {
  const server = mostCommon(services.map(one => one.destination.server));
  const name = mostCommon(services.map(one => one.destination.name));
  return server === undefined && name !== undefined
    ? { name }
    : { server: server ?? IN_CLUSTER };
}

/** The file pattern of the siblings that have a file each; without such, one file an Application beside theirs. */
function filePattern(
  services: ServiceApplication[],
  manifestsFolder: string,
): string {
  const shared = new Set(
    services
      .map(one => one.file)
      .filter((file, index, all) => all.indexOf(file) !== index),
  );
  const patterns = services
    .filter(one => !shared.has(one.file))
    .map(one => namePattern(one.file, one));
  const own = mostCommon(patterns);
  if (own) {
    return own;
  }
  const folder =
    mostCommon(services.map(one => folderOf(one.file))) ??
    [manifestsFolder, 'business'].filter(Boolean).join('/');
  return `${folder}/{service}-{environment}.yaml`;
}

/** A name with the service and the environment as placeholders, when both are in it. */
function namePattern(
  name: string,
  sibling: { service: string; environment: string },
): string | undefined {
  const withService = replaceLast(name, sibling.service, '{service}');
  return (
    withService &&
    replaceLast(withService, sibling.environment, '{environment}')
  );
}

/** Replaces the last whole word; undefined when there is none. */
function replaceLast(
  text: string,
  word: string,
  replacement: string,
): string | undefined {
  const escaped = word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const words = new RegExp(`(?<![a-zA-Z0-9{])${escaped}(?![a-zA-Z0-9}])`, 'g');
  const last = [...text.matchAll(words)].at(-1);
  return (
    last &&
    text.slice(0, last.index) +
      replacement +
      text.slice(last.index + word.length)
  );
}
