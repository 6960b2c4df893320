import type { Request } from 'express';
import { parseSelector } from '../../kubernetes';
import { listApplications, sourcesOf } from '../applications';
import type { Cluster } from '../../kubernetes';
import type { ArgocdInstance } from '../instances';
import type { Application } from '../types';
import { ArgoError } from './ArgoError';

/** A query parameter as text; the first one when it came several times. */
export function text(value: unknown): string {
  const first = Array.isArray(value) ? value[0] : value;
  return typeof first === 'string' ? first : '';
}

/** The applications that `name`, `projects`, `selector`, `repo` and `appNamespace` ask for. */
export function queryApplications(
  cluster: Cluster,
  { holds }: ArgocdInstance,
  request: Request,
): Application[] {
  return listApplications(cluster).filter(holds).filter(matcher(request));
}

/**
 * Tells whether an application is asked for.
 * @throws ArgoError 3 when the selector cannot be read.
 */
export function matcher(
  request: Request,
): (application: Application) => boolean {
  const { query } = request;
  const projects = [query.projects, query.project]
    .flat()
    .filter((each): each is string => typeof each === 'string' && each !== '');
  const name = text(query.name);
  const repo = text(query.repo);
  const namespace = text(query.appNamespace);
  const labels = readSelector(text(query.selector));
  return application =>
    (!name || application.metadata.name === name) &&
    (!namespace || application.metadata.namespace === namespace) &&
    (projects.length === 0 || projects.includes(application.spec.project)) &&
    (!repo ||
      sourcesOf(application).some(
        ({ repoURL }) => normalized(repoURL) === normalized(repo),
      )) &&
    labels(application.metadata.labels);
}

function readSelector(selector: string) {
  try {
    return parseSelector(selector);
  } catch (error) {
    throw new ArgoError(
      3,
      `error parsing the selector: ${(error as Error).message}`,
    );
  }
}

/** The same repository is written with and without `.git`. */
function normalized(url: string): string {
  return url
    .trim()
    .replace(/\/+$/, '')
    .replace(/\.git$/, '')
    .toLowerCase();
}
