import { findType, type Cluster } from '../../kubernetes';
import { isClusterScoped } from '../../kustomize/isClusterScoped';
import { groupVersion, type Manifest } from '../../kustomize/manifest';
import { trackedBy, trackedObjects, withTracking } from '../applications';
import { assessHealth } from '../health/assessHealth';
import type { Application, ResourceStatus, SyncCode } from '../types';
import { isOutOfSync } from './compareObject';

/** A manifest and what the cluster has of it; one of the two may be absent. */
export interface ManagedResource {
  target?: Manifest;
  live?: Manifest;
  status: ResourceStatus;
}

/** The desired and the live state of an application, side by side. */
export interface Comparison {
  resources: ManagedResource[];
  /** Hooks run during syncs and are not compared. */
  hooks: Manifest[];
  sync: SyncCode;
}

const WAVE = 'argocd.argoproj.io/sync-wave';
const HOOK = 'argocd.argoproj.io/hook';

/** The sync wave of an object; waves are applied in order. */
export function waveOf(object: Manifest): number {
  return Number(object.metadata.annotations?.[WAVE] ?? 0) || 0;
}

/** The phases a hook runs in; empty for what is not a hook. */
export function hookPhases(object: Manifest): string[] {
  return (object.metadata.annotations?.[HOOK] ?? '')
    .split(',')
    .map(phase => phase.trim())
    .filter(Boolean);
}

/** Options that an object sets for itself, as `Prune=false`. */
export function hasOption(
  object: Manifest,
  option: string,
  annotation: 'sync-options' | 'compare-options' = 'sync-options',
): boolean {
  return (
    object.metadata.annotations?.[`argocd.argoproj.io/${annotation}`] ?? ''
  )
    .split(',')
    .some(each => each.trim() === option);
}

/** Compares an application's manifests with the cluster. */
export function compareApplication(
  cluster: Cluster,
  application: Application,
  manifests: readonly Manifest[],
): Comparison {
  const targets = manifests.map(manifest =>
    placed(cluster, application, manifest),
  );
  const hooks = targets.filter(target => hookPhases(target).length > 0);
  const compared = targets
    .filter(target => hookPhases(target).length === 0)
    .map(target => withTracking(application, target));

  const resources = compared.map(target =>
    managed(cluster, application, target),
  );
  const wanted = new Set(compared.map(identity));
  for (const live of trackedObjects(cluster, application)) {
    if (!wanted.has(identity(live)) && hookPhases(live).length === 0) {
      const ignored = hasOption(live, 'IgnoreExtraneous', 'compare-options');
      resources.push({
        live,
        status: {
          ...describe(live),
          status: ignored ? 'Synced' : 'OutOfSync',
          ...(!ignored && { requiresPruning: true }),
          health: assessHealth(live),
        },
      });
    }
  }
  const outOfSync = resources.some(({ status }) => status.status !== 'Synced');
  return { resources, hooks, sync: outOfSync ? 'OutOfSync' : 'Synced' };
}

/** The live state alone, for when the desired state cannot be told. */
export function liveState(
  cluster: Cluster,
  application: Application,
): ManagedResource[] {
  return trackedObjects(cluster, application).map(live => ({
    live,
    status: {
      ...describe(live),
      status: 'Unknown',
      health: assessHealth(live),
    },
  }));
}

/** Group, version, kind, namespace, name and wave, as `status.resources` writes them. */
function describe(object: Manifest): Omit<ResourceStatus, 'status'> {
  const { group, version } = groupVersion(object.apiVersion);
  const wave = waveOf(object);
  return {
    ...(group && { group }),
    version,
    kind: object.kind,
    ...(object.metadata.namespace && { namespace: object.metadata.namespace }),
    name: object.metadata.name,
    ...(wave !== 0 && { syncWave: wave }),
  };
}

/** An object with the namespace it will be in. */
function placed(
  cluster: Cluster,
  application: Application,
  manifest: Manifest,
): Manifest {
  const type = findType(cluster, manifest.apiVersion, manifest.kind);
  const namespaced =
    type?.namespaced ?? !isClusterScoped(manifest.apiVersion, manifest.kind);
  const { namespace, ...metadata } = manifest.metadata;
  return {
    ...manifest,
    metadata: {
      ...metadata,
      ...(namespaced && {
        namespace:
          namespace || application.spec.destination.namespace || 'default',
      }),
    },
  };
}

function managed(
  cluster: Cluster,
  application: Application,
  target: Manifest,
): ManagedResource {
  const { name, namespace } = target.metadata;
  const live = cluster.get({
    apiVersion: target.apiVersion,
    kind: target.kind,
    namespace,
    name,
  });
  const out = !live || isOutOfSync(application, target, live);
  return {
    target,
    live,
    status: {
      ...describe(target),
      status: out ? 'OutOfSync' : 'Synced',
      health: live ? assessHealth(live) : { status: 'Missing' },
    },
  };
}

/** Two applications that both want an object, as the condition says it; undefined when only this one does. */
export function sharedWith(
  application: Application,
  { live }: ManagedResource,
): string | undefined {
  const owner = live && trackedBy(live);
  return owner &&
    (owner.name !== application.metadata.name ||
      owner.namespace !== application.metadata.namespace)
    ? owner.name
    : undefined;
}

function identity(object: Manifest): string {
  const { group } = groupVersion(object.apiVersion);
  const { namespace = '', name } = object.metadata;
  return `${group}/${object.kind}/${namespace}/${name}`;
}
