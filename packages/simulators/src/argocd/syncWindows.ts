import type { Cluster } from '../kubernetes';
import { ARGO_NAMESPACE, ARGO_VERSION } from './applications';
import { ArgoError } from './http/ArgoError';
import type { Application } from './types';

/** When syncs of some applications of a project are allowed or not. */
interface SyncWindow {
  kind: 'allow' | 'deny';
  schedule: string;
  duration: string;
  applications?: string[];
  namespaces?: string[];
  /** Syncs that a person asks for are allowed all the same. */
  manualSync?: boolean;
}

/** The only schedule that is carried out: always. */
const ALWAYS = '* * * * *';

/** The windows of its project that concern an application. All of them are active. */
export function assignedWindows(
  cluster: Cluster,
  application: Application,
): SyncWindow[] {
  const project = cluster.get({
    apiVersion: ARGO_VERSION,
    kind: 'AppProject',
    namespace: ARGO_NAMESPACE,
    name: application.spec.project,
  });
  const windows: SyncWindow[] = project?.spec.syncWindows ?? [];
  const other = windows.find(({ schedule }) => schedule !== ALWAYS);
  if (other) {
    throw new ArgoError(
      12,
      `sync windows with the schedule "${other.schedule}" are not supported here`,
    );
  }
  return windows.filter(
    ({ applications = [], namespaces = [] }) =>
      applications.some(name => covers(name, application.metadata.name)) ||
      namespaces.some(name =>
        covers(name, application.spec.destination.namespace ?? ''),
      ),
  );
}

/** Whether a sync may begin now. */
export function canSync(
  cluster: Cluster,
  application: Application,
  by: 'person' | 'controller',
): boolean {
  return assignedWindows(cluster, application).every(
    ({ kind, manualSync }) =>
      kind === 'allow' || (by === 'person' && manualSync === true),
  );
}

function covers(pattern: string, name: string): boolean {
  const expression = pattern
    .split('*')
    .map(part => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'))
    .join('.*');
  return new RegExp(`^${expression}$`).test(name);
}
