import { applicationsOf } from '../layout/applications';
import { manifestsOf } from '../layout/documents';
import { type RepositoryTree, pathsOf } from '../plan/RepositoryTree';
import { ENVIRONMENTS } from '../parameters/createServiceParameters';
import { blocksOf, moduleNameOf, quotedStringsOf } from '../terraform/hclText';
import type { NameConflict } from './NameConflict';

/** The three repositories as a check of names needs them. */
export interface NamedTrees {
  apps: { name: string; tree: RepositoryTree };
  gitops: { name: string; tree: RepositoryTree };
  infra: { name: string; tree: RepositoryTree };
}

/**
 * Everything in the three repositories that bears the name of a service already, in whatever case: two names that
 * differ by case are one on many file systems, and one in a registry.
 */
export function findNameConflicts(
  name: string,
  trees: NamedTrees,
): NameConflict[] {
  const { apps, gitops, infra } = trees;
  return [
    ...inApps(name, apps.tree).map(what => ({ where: apps.name, what })),
    ...inGitops(name, gitops.tree).map(what => ({ where: gitops.name, what })),
    ...inInfra(name, infra.tree).map(what => ({ where: infra.name, what })),
  ];
}

function inApps(name: string, tree: RepositoryTree): string[] {
  const described = manifestsOf(tree)
    .filter(({ value }) => String(value.apiVersion).startsWith('backstage.io/'))
    .filter(
      ({ value }) =>
        value.kind === 'Component' && same(value.metadata?.name, name),
    )
    .map(({ path }) => `a component in ${path}`);
  return unique([
    ...foldersOf(tree, /^(services\/([^/]+))\//i, name),
    ...filesOf(tree, /^\.github\/workflows\/([^/]+)\.ya?ml$/i, name),
    ...described,
  ]);
}

function inGitops(name: string, tree: RepositoryTree): string[] {
  const own = ENVIRONMENTS.map(environment => `${name}-${environment}`);
  const applications = applicationsOf(manifestsOf(tree)).flatMap(one => {
    const service = one.path.match(/([^/]+)\/overlays\/[^/]+$/)?.[1];
    const taken =
      same(one.name, name) ||
      own.some(application => same(one.name, application)) ||
      same(one.labels['shopstack.dev/service'], name) ||
      same(service, name);
    return taken ? [`the Application ${one.name} in ${one.file}`] : [];
  });
  return unique([
    ...foldersOf(tree, /^((?:apps|services)\/([^/]+))\//i, name),
    ...foldersOf(tree, /^((?:.+\/)?([^/]+))\/(?:base|overlays)\//i, name),
    ...applications,
  ]);
}

function inInfra(name: string, tree: RepositoryTree): string[] {
  const moduleName = moduleNameOf(name);
  const modules = new Set(
    ['', '_ecr', '_codebuild', '_secrets', '_codebuild_role'].map(
      suffix => moduleName + suffix,
    ),
  );
  const found: string[] = [];
  for (const path of [...tree.files.keys()].sort()) {
    if (!path.endsWith('.tf')) {
      continue;
    }
    const text = tree.files.get(path)!;
    for (const [, label] of text.matchAll(/^[ \t]*module[ \t]+"([^"]+)"/gm)) {
      if (modules.has(label.toLowerCase())) {
        found.push(`the module ${label} in ${path}`);
      }
    }
    for (const quoted of quotedStringsOf(text)) {
      const bare = quoted.toLowerCase();
      if (
        bare === `shopstack-${name.toLowerCase()}` ||
        /^shopstack\/[^/]+\/(.+)$/.exec(bare)?.[1] === name.toLowerCase()
      ) {
        found.push(`"${quoted}" in ${path}`);
      }
    }
  }
  found.push(...inRegistryLists(name, tree));
  return unique([
    ...filesOf(tree, /^(?:.+\/)?service-([^/]+)\.tf$/i, name),
    ...found,
  ]);
}

/** A registry whose repositories are one list of bare names: `for_each = toset(["order", ...])`. */
function inRegistryLists(name: string, tree: RepositoryTree): string[] {
  return [...tree.files]
    .filter(([path]) => path.endsWith('.tf'))
    .flatMap(([path, text]) =>
      blocksOf(text)
        .filter(({ labels, body }) =>
          /ecr/i.test(`${labels.join(' ')} ${body}`),
        )
        .flatMap(({ body }) => quotedStringsOf(body))
        .filter(quoted => same(quoted, name))
        .map(quoted => `the registry "${quoted}" in ${path}`),
    )
    .sort();
}

function foldersOf(tree: RepositoryTree, pattern: RegExp, name: string) {
  return pathsOf(tree).flatMap(path => {
    const match = path.match(pattern);
    return match && same(match[2], name) ? [`the folder ${match[1]}`] : [];
  });
}

function filesOf(tree: RepositoryTree, pattern: RegExp, name: string) {
  return pathsOf(tree)
    .filter(path => same(path.match(pattern)?.[1], name))
    .map(path => `the file ${path}`);
}

function same(a: unknown, b: string): boolean {
  return typeof a === 'string' && a.toLowerCase() === b.toLowerCase();
}

function unique(texts: string[]): string[] {
  return [...new Set(texts)];
}
