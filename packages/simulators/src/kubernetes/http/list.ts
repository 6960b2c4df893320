import type { Request, Response } from 'express';
import { pageSize } from '../../http/weather';
import type { Cluster } from '../Cluster';
import { keyOf } from '../objectKey';
import { apiVersionOf, type ResourceType } from '../resourceTypes';
import { present } from './present';
import { selectionOf, text } from './selection';
import { StatusError } from './status';

/** Answers a list, page by page when the client asks for it. */
export function sendList(
  cluster: Cluster,
  type: ResourceType,
  request: Request,
  response: Response,
  namespace: string | undefined,
): void {
  const apiVersion = apiVersionOf(type);
  const selected = cluster
    .list(apiVersion, type.kind, namespace)
    .filter(selectionOf(request, type.kind));
  const from = readContinue(cluster, text(request.query.continue));
  const rest = from
    ? selected.filter(object => keyOf(object) > from.start)
    : selected;
  const asked = readLimit(text(request.query.limit));
  // All pages are of the version that the first one had.
  const version = from?.rv ?? cluster.resourceVersion;
  const page = rest.slice(0, pageSize(cluster.world, 'kubernetes', asked));
  const remaining = rest.length - page.length;
  response.json({
    kind: `${type.kind}List`,
    apiVersion,
    metadata: {
      resourceVersion: String(version),
      ...(remaining > 0 && {
        continue: writeContinue({
          rv: version,
          start: keyOf(page[page.length - 1]),
        }),
        // It is not counted where a selector would have to be asked.
        ...(!isSelective(request) && { remainingItemCount: remaining }),
      }),
    },
    items: page.map(object => item(type, present(object))),
  });
}

/** Items of a list of built-in kinds do not repeat their kind. */
function item(type: ResourceType, object: any): object {
  const builtIn = !type.group.includes('.') || type.group.endsWith('.k8s.io');
  if (!builtIn) {
    return object;
  }
  const { apiVersion: _apiVersion, kind: _kind, ...rest } = object;
  return rest;
}

/** Where a list goes on: the version that it is of, and the last object of the page before. */
interface Continuation {
  rv: number;
  start: string;
}

function writeContinue(continuation: Continuation): string {
  return Buffer.from(
    JSON.stringify({ v: 'meta.k8s.io/v1', ...continuation }),
  ).toString('base64url');
}

/** @throws StatusError 400 for a token that is none, 410 for one of a version that the cluster has forgotten. */
function readContinue(
  cluster: Cluster,
  token: string,
): Continuation | undefined {
  if (!token) {
    return undefined;
  }
  const { rv, start } = decode(token);
  if (typeof start !== 'string' || typeof rv !== 'number') {
    throw new StatusError(
      400,
      'BadRequest',
      'continue key is not valid: illegal base64 data',
    );
  }
  if (!cluster.changes.since(rv)) {
    throw new StatusError(
      410,
      'Expired',
      'The provided continue parameter is too old to display a consistent list result. You can start a new list without the continue parameter.',
    );
  }
  return { rv, start };
}

function decode(token: string): Partial<Continuation> {
  try {
    return JSON.parse(Buffer.from(token, 'base64url').toString()) ?? {};
  } catch {
    return {};
  }
}

function readLimit(limit: string): number {
  if (limit !== '' && !/^\d+$/.test(limit)) {
    throw new StatusError(
      400,
      'BadRequest',
      `strconv.ParseInt: parsing "${limit}": invalid syntax`,
    );
  }
  return Number(limit) || Infinity;
}

function isSelective({ query }: Request): boolean {
  return Boolean(text(query.labelSelector) || text(query.fieldSelector));
}
