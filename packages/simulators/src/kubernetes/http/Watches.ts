import type { Request, Response } from 'express';
import type { Manifest } from '../../kustomize/manifest';
import type { ObjectChange } from '../ChangeLog';
import type { Cluster } from '../Cluster';
import { apiVersionOf, type ResourceType } from '../resourceTypes';
import { present } from './present';
import { selectionOf, text } from './selection';
import { statusObject, StatusError } from './status';

/** Milliseconds between two bookmarks for clients that want them. */
const BOOKMARK_INTERVAL = 10_000;

/** Seconds after which the server ends a watch that does not say how long it wants to be. */
const DEFAULT_TIMEOUT = 1800;

/** The watches that are open; each is an answer that goes on line by line. */
export class Watches {
  readonly #cluster: Cluster;
  readonly #open = new Set<() => void>();

  constructor(cluster: Cluster) {
    this.#cluster = cluster;
  }

  /** Begins to answer a watch. */
  start(
    type: ResourceType,
    request: Request,
    response: Response,
    namespace: string | undefined,
  ): void {
    const matches = selectionOf(request, type.kind);
    const belongs = ({ object }: ObjectChange) =>
      object.kind === type.kind &&
      object.apiVersion === apiVersionOf(type) &&
      (namespace === undefined || object.metadata.namespace === namespace);
    const send = (kind: string, object: object) =>
      response.write(`${JSON.stringify({ type: kind, object })}\n`);
    const pass = (change: ObjectChange) => {
      const event = belongs(change) && eventFor(change, matches);
      if (event) {
        send(event.type, present(event.object));
      }
    };

    response.status(200).setHeader('Content-Type', 'application/json');
    response.flushHeaders();
    if (!this.#begin(type, request, namespace, matches, pass, send)) {
      response.end();
      return;
    }
    const stopListening = this.#cluster.changes.listen(pass);
    const bookmarks = request.query.allowWatchBookmarks === 'true';
    const timer = setInterval(() => {
      if (bookmarks) {
        send('BOOKMARK', this.#bookmark(type));
      }
    }, BOOKMARK_INTERVAL);
    const seconds =
      Number(text(request.query.timeoutSeconds)) || DEFAULT_TIMEOUT;
    const end = () => response.end();
    const timeout = setTimeout(end, seconds * 1000);
    this.#open.add(end);
    response.once('close', () => {
      stopListening();
      clearInterval(timer);
      clearTimeout(timeout);
      this.#open.delete(end);
    });
  }

  /** Ends all of them. */
  close(): void {
    for (const end of [...this.#open]) {
      end();
    }
  }

  /** Sends what the client missed; false when that is no longer known. */
  #begin(
    type: ResourceType,
    request: Request,
    namespace: string | undefined,
    matches: (object: Manifest) => boolean,
    pass: (change: ObjectChange) => void,
    send: (kind: string, object: object) => void,
  ): boolean {
    const version = text(request.query.resourceVersion);
    const initial = request.query.sendInitialEvents === 'true';
    if (version === '' || version === '0' || initial) {
      this.#cluster
        .list(apiVersionOf(type), type.kind, namespace)
        .filter(matches)
        .forEach(object => send('ADDED', present(object)));
      if (initial) {
        send(
          'BOOKMARK',
          this.#bookmark(type, { 'k8s.io/initial-events-end': 'true' }),
        );
      }
      return true;
    }
    const missed = this.#cluster.changes.since(Number(version));
    if (!missed) {
      const message = `too old resource version: ${version} (${this.#cluster.resourceVersion})`;
      send('ERROR', statusObject(new StatusError(410, 'Expired', message)));
      return false;
    }
    missed.forEach(pass);
    return true;
  }

  #bookmark(type: ResourceType, annotations?: Record<string, string>): object {
    return {
      kind: type.kind,
      apiVersion: apiVersionOf(type),
      metadata: {
        resourceVersion: String(this.#cluster.resourceVersion),
        creationTimestamp: null,
        ...(annotations && { annotations }),
      },
    };
  }
}

/** What a client with a selector sees of a change: objects come and go as they begin and cease to match. */
function eventFor(
  { type, object, previous }: ObjectChange,
  matches: (object: Manifest) => boolean,
): { type: string; object: Manifest } | undefined {
  const now = matches(object);
  if (type === 'DELETED') {
    return now ? { type, object } : undefined;
  }
  const before = type === 'MODIFIED' && previous && matches(previous);
  if (now) {
    return { type: before ? 'MODIFIED' : 'ADDED', object };
  }
  return before ? { type: 'DELETED', object } : undefined;
}
