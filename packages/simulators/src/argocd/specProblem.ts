import type { Cluster } from '../kubernetes';
import { ARGO_NAMESPACE, ARGO_VERSION } from './applications';
import type { Application } from './types';

/** Why the application cannot be looked at in this cluster, or undefined. */
export function specProblem(
  cluster: Cluster,
  { spec }: Application,
): string | undefined {
  const { project, destination } = spec;
  const known = cluster.get({
    apiVersion: ARGO_VERSION,
    kind: 'AppProject',
    namespace: ARGO_NAMESPACE,
    name: project,
  });
  if (!known) {
    return `Application referencing project ${project} which does not exist`;
  }
  if (!spec.source && !spec.sources?.length) {
    return 'spec.source.repoURL and either spec.source.path, spec.source.chart, or spec.source.ref are required';
  }
  const { server, name } = destination ?? {};
  if (server && server !== 'https://kubernetes.default.svc') {
    return `there are no clusters with this server: ${server}`;
  }
  if (!server && name !== 'in-cluster') {
    return name
      ? `there are no clusters with this name: ${name}`
      : 'Destination server missing from app spec';
  }
  return undefined;
}
