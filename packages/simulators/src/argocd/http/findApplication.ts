import type { Request } from 'express';
import type { Cluster } from '../../kubernetes';
import { getApplication } from '../applications';
import type { ArgocdInstance } from '../instances';
import type { Application } from '../types';
import { ArgoError } from './ArgoError';
import { text } from './query';

/**
 * The application that a path names. Whoever does not say the project is not told whether it exists.
 * @throws ArgoError 5 when it is not in the project that was given, 7 when no project was given or it is another's.
 */
export function findApplication(
  cluster: Cluster,
  instance: ArgocdInstance,
  request: Request,
): Application {
  const { name } = request.params;
  const body = request.body ?? {};
  const project = text(request.query.project) || text(body.project);
  const namespace =
    text(request.query.appNamespace) ||
    text(body.appNamespace) ||
    instance.namespace;
  const application = getApplication(cluster, name, namespace);
  if (!application || !instance.holds(application)) {
    throw project
      ? new ArgoError(5, `applications.argoproj.io "${name}" not found`)
      : new ArgoError(7, 'permission denied');
  }
  if (project && application.spec.project !== project) {
    throw new ArgoError(7, 'permission denied');
  }
  return application;
}
