import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { PLATFORM_DEFAULTS } from '../layout/PlatformDefaults';
import type { Plan, RepositoryRole } from '../plan/Plan';
import {
  type RepositorySnapshot,
  folderSnapshot,
} from '../plan/RepositorySnapshot';
import { treeOf } from '../plan/RepositoryTree';
import { planCreateService } from '../planCreateService';
import type { Skeleton, SkeletonFile } from '../render/renderSkeleton';

/** The only required values. */
export const VALUES = {
  name: 'refunds',
  description: 'Returns money for returned goods',
  owner: 'group:default/team-checkout',
  system: 'system:default/checkout',
  runtime: 'node-express',
  environments: ['dev', 'staging', 'prod'],
};

/** The files below a folder, with their modes. */
function readFiles(folder: string): Map<string, SkeletonFile> {
  return new Map(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter(entry => entry.isFile())
      .map(entry => {
        const path = join(entry.parentPath, entry.name);
        return [
          path.slice(folder.length + 1),
          {
            content: readFileSync(path, 'utf8'),
            executable: Math.floor(statSync(path).mode / 0o100) % 2 === 1,
          },
        ];
      }),
  );
}

/** The golden path as it lies in this repository. */
export const SKELETON: Skeleton = readFiles(
  resolve(__dirname, '../../../../../templates/create-service'),
);

/** Text files of a repository by path, or a snapshot. */
type Repositories = Partial<
  Record<RepositoryRole, Record<string, string> | RepositorySnapshot>
>;

/** Plans on repositories that are fresh unless they are given. */
export async function planOn(
  repositories: Repositories = {},
  values: Record<string, unknown> = {},
  skeleton: Skeleton = SKELETON,
): Promise<Plan> {
  const snapshot = (role: RepositoryRole): RepositorySnapshot => {
    const given = repositories[role] ?? {};
    return typeof given.branch === 'function'
      ? (given as RepositorySnapshot)
      : folderSnapshot(
          PLATFORM_DEFAULTS.repositories[role],
          treeOf(Object.entries(given as Record<string, string>)),
        );
  };
  return planCreateService({
    values: { ...VALUES, ...values },
    skeleton,
    platform: PLATFORM_DEFAULTS,
    snapshots: {
      apps: snapshot('apps'),
      gitops: snapshot('gitops'),
      infra: snapshot('infra'),
    },
  });
}

/** Text of a file that the plan writes. @throws when it writes no such file */
export function fileOf(plan: Plan, path: string): string {
  const edit = plan.repositories
    .flatMap(one => one.edits)
    .find(one => one.path === path);
  if (!edit) {
    throw new Error(`the plan does not write ${path}`);
  }
  return edit.after;
}

/** Paths that the plan writes in a repository. */
export function pathsIn(plan: Plan, role: RepositoryRole): string[] {
  return plan.repositories
    .filter(one => one.role === role)
    .flatMap(one => one.edits.map(edit => edit.path));
}

/** An Application as somebody else might have written it. */
export function application(options: {
  name: string;
  path: string;
  repoUrl?: string;
  revision?: string;
  more?: string;
}): string {
  return [
    'apiVersion: argoproj.io/v1alpha1',
    'kind: Application',
    'metadata:',
    `  name: ${options.name}`,
    '  namespace: argocd',
    'spec:',
    '  project: default',
    '  source:',
    `    repoURL: ${options.repoUrl ?? 'https://forge.example/shop/gitops'}`,
    `    targetRevision: ${options.revision ?? 'main'}`,
    `    path: ${options.path}`,
    '  destination:',
    '    server: https://kubernetes.default.svc',
    `    namespace: ${options.name}`,
    options.more ?? '',
  ].join('\n');
}
