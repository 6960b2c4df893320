import type { ManifestDocument } from './documents';

/** An Argo CD Application as its manifest says it. */
export interface ApplicationManifest {
  /** File that holds the manifest; it may hold others too. */
  file: string;
  name: string;
  namespace: string;
  labels: Record<string, string>;
  syncWave?: string;
  project: string;
  repoUrl: string;
  targetRevision: string;
  /** Source path without slashes around it. */
  path: string;
  /** Whether a folder of manifests is read with its sub-folders. */
  recurse: boolean;
  destination: { server?: string; name?: string; namespace?: string };
}

/** The Applications among the manifests of a repository. */
export function applicationsOf(
  manifests: ManifestDocument[],
): ApplicationManifest[] {
  return manifests
    .filter(({ value }) => isArgo(value, 'Application'))
    .flatMap(({ path: file, value }) => {
      const source = value.spec?.source ?? value.spec?.sources?.[0];
      if (!value.metadata?.name || !source?.repoURL) {
        return [];
      }
      return [
        {
          file,
          name: text(value.metadata.name),
          namespace: text(value.metadata.namespace) || 'argocd',
          labels: value.metadata.labels ?? {},
          syncWave:
            value.metadata.annotations?.[
              'argocd.argoproj.io/sync-wave'
            ]?.toString(),
          project: text(value.spec.project) || 'default',
          repoUrl: text(source.repoURL),
          targetRevision: text(source.targetRevision) || 'HEAD',
          path: text(source.path).replace(/^(\.?\/)+|\/+$/g, ''),
          recurse: source.directory?.recurse === true,
          destination: value.spec.destination ?? {},
        },
      ];
    });
}

/** True when the repository lets ApplicationSets make its Applications. */
export function hasApplicationSets(manifests: ManifestDocument[]): boolean {
  return manifests.some(({ value }) => isArgo(value, 'ApplicationSet'));
}

function isArgo(value: Record<string, any>, kind: string): boolean {
  return (
    value.kind === kind && String(value.apiVersion).startsWith('argoproj.io/')
  );
}

function text(value: unknown): string {
  return value === undefined || value === null ? '' : String(value).trim();
}
