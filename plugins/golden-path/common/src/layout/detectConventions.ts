import { InputError } from '@backstage/errors';
import { type RepositoryTree, isFresh, pathsOf } from '../plan/RepositoryTree';
import type { GitopsConventions } from './GitopsConventions';
import { type PlatformDefaults, registryOf } from './PlatformDefaults';
import { findAddOns } from './addOns';
import {
  type ApplicationManifest,
  applicationsOf,
  hasApplicationSets,
} from './applications';
import { applicationConventions } from './applicationConventions';
import { manifestsOf } from './documents';
import { overlayConventions } from './overlayConventions';

/** An Application that deploys one overlay of one service. */
export interface ServiceApplication extends ApplicationManifest {
  folder: string;
  service: string;
  environment: string;
}

/**
 * Reads from a GitOps repository how its services are written: from the Applications' source paths first, from the
 * folders second. A fresh repository gets our own conventions.
 *
 * @throws InputError when the layout is none that a service can be added to, with what was looked for and found.
 */
export function detectConventions(
  tree: RepositoryTree,
  defaults: PlatformDefaults,
  defaultBranch: string,
): GitopsConventions {
  const manifests = manifestsOf(tree);
  const applications = applicationsOf(manifests);
  const services = applications.flatMap(serviceApplication);
  const folder = manifestsFolderOf(services, tree);
  if (!isFresh(tree) && folder === undefined) {
    refuseLayout(tree, applications, hasApplicationSets(manifests));
  }
  const manifestsFolder = folder ?? 'apps';

  const fromApplications = applicationConventions({
    tree,
    applications,
    services: services.filter(one => one.folder === manifestsFolder),
    manifestsFolder,
    defaultBranch,
    repoUrl: `${defaults.forgeUrl}/${defaults.owners?.gitops ?? 'shopstack'}/${
      defaults.repositories.gitops
    }`,
  });
  return {
    manifestsFolder,
    ...fromApplications,
    ...overlayConventions(tree, manifestsFolder, registryOf(defaults.aws)),
    addOns: findAddOns(manifests),
  };
}

const OVERLAY_PATH = /^(?:(.+)\/)?([^/]+)\/overlays\/([^/]+)$/;

function serviceApplication(
  application: ApplicationManifest,
): ServiceApplication[] {
  const match = application.path.match(OVERLAY_PATH);
  return match
    ? [
        {
          ...application,
          folder: match[1] ?? '',
          service: match[2],
          environment: match[3],
        },
      ]
    : [];
}

/** The folder that most services live in; without any, the one whose parents stand ready for them. */
function manifestsFolderOf(
  services: ServiceApplication[],
  tree: RepositoryTree,
): string | undefined {
  if (services.length > 0) {
    const counts = new Map<string, number>();
    for (const { folder } of services) {
      counts.set(folder, (counts.get(folder) ?? 0) + 1);
    }
    return [...counts].sort(
      ([a, many], [b, more]) => more - many || (a < b ? -1 : 1),
    )[0][0];
  }
  const parents = pathsOf(tree).some(path =>
    /^apps\/(root|business)\/.+\.ya?ml$/.test(path),
  );
  return parents ? 'apps' : undefined;
}

function refuseLayout(
  tree: RepositoryTree,
  applications: ApplicationManifest[],
  applicationSets: boolean,
): never {
  const found = [
    applications.length > 0 &&
      `Applications that render ${[...new Set(applications.map(a => a.path || 'a chart'))].slice(0, 5).join(', ')}`,
    applicationSets && 'ApplicationSets',
    applications.length === 0 && !applicationSets && 'no Argo CD Application',
    `${pathsOf(tree).length} files`,
  ].filter(Boolean);
  throw new InputError(
    `The layout of the GitOps repository is not known. Looked for Applications whose source path is <folder>/<service>/overlays/<environment>, ` +
      `then for parents in apps/root or apps/business; found ${found.join(', ')}`,
  );
}
