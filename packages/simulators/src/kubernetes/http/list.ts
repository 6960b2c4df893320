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
    .filter(selectionOf(request));
  const after = readContinue(text(request.query.continue));
  const rest = after
    ? selected.filter(object => keyOf(object) > after)
    : selected;
  const asked = Number(text(request.query.limit)) || Infinity;
  const page = rest.slice(0, pageSize(cluster.world, 'kubernetes', asked));
  const remaining = rest.length - page.length;
  response.json({
    kind: `${type.kind}List`,
    apiVersion,
    metadata: {
      resourceVersion: String(cluster.resourceVersion),
      ...(remaining > 0 && {
        continue: writeContinue(keyOf(page[page.length - 1])),
        remainingItemCount: remaining,
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

function writeContinue(key: string): string {
  return Buffer.from(
    JSON.stringify({ v: 'meta.k8s.io/v1', start: key }),
  ).toString('base64url');
}

function readContinue(token: string): string | undefined {
  if (!token) {
    return undefined;
  }
  try {
    const { start } = JSON.parse(Buffer.from(token, 'base64url').toString());
    if (typeof start === 'string') {
      return start;
    }
  } catch {
    // Reported below.
  }
  throw new StatusError(
    400,
    'BadRequest',
    'continue key is not valid: illegal base64 data',
  );
}
