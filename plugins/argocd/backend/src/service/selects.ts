import type { FleetApplication } from '../store/FleetApplication';
import type { ApplicationSelection } from './ApplicationSelection';
import { parseLabelSelector } from './labelSelector';

/** What the choice of an application depends on. */
export type Selectable = Pick<
  FleetApplication,
  'namespace' | 'name' | 'project' | 'labels'
>;

/** Tells which applications a selection means; the same that Argo CD finds for it. */
export function selects({
  selector,
  names,
  appNamespace,
  project,
}: ApplicationSelection): (application: Selectable) => boolean {
  const labels =
    selector === undefined ? undefined : parseLabelSelector(selector);
  return application =>
    (appNamespace === undefined || appNamespace === application.namespace) &&
    (project === undefined || project === application.project) &&
    (names.includes(application.name) ||
      labels?.matches(application.labels) === true);
}
