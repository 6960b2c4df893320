import type { Request, Response } from 'express';
import { ARGO_VERSION, listApplications } from '../applications';
import type { Cluster } from '../../kubernetes';
import type { ArgocdInstance } from '../instances';
import type { Application } from '../types';
import { presentApplication } from './present';
import { matcher, text } from './query';
import { resourceTree } from './resourceTree';
import { findApplication } from './findApplication';
import { streamFields } from './selectFields';

/** Milliseconds for which changes of a tree are gathered before it is sent again. */
const TREE_DELAY = 200;

/** Answers that go on: changes of applications, and the tree of one. */
export class Streams {
  readonly #cluster: Cluster;
  readonly #instance: ArgocdInstance;
  readonly #open = new Set<() => void>();

  constructor(cluster: Cluster, instance: ArgocdInstance) {
    this.#cluster = cluster;
    this.#instance = instance;
  }

  /** Sends each change of the applications that the query asks for; without a version, first what there is. */
  applications(request: Request, response: Response): void {
    const asked = matcher(request);
    const fields = streamFields(text(request.query.fields));
    const send = this.#begin(request, response);
    const frame = (type: string, application: Application) => {
      if (this.#instance.holds(application) && asked(application)) {
        send(
          fields({
            result: { type, application: presentApplication(application) },
          }),
        );
      }
    };
    const version = Number(text(request.query.resourceVersion)) || 0;
    const missed = version ? this.#cluster.changes.since(version) : [];
    if (!missed) {
      // What happened meanwhile is only known as far back as the log reaches.
      send({ error: tooOld(version) });
      response.end();
      return;
    }
    for (const application of listApplications(this.#cluster)) {
      if (Number(application.metadata.resourceVersion) > version) {
        frame(version ? 'MODIFIED' : 'ADDED', application);
      }
    }
    for (const change of missed) {
      if (change.type === 'DELETED' && isApplication(change.object)) {
        frame('DELETED', change.object as Application);
      }
    }
    const stop = this.#cluster.changes.listen(({ type, object }) => {
      if (isApplication(object)) {
        frame(type, object as Application);
      }
    });
    this.#untilClosed(response, stop);
  }

  /** Sends the tree of an application, and again after changes. */
  tree(request: Request, response: Response): void {
    const application = findApplication(this.#cluster, this.#instance, request);
    const send = this.#begin(request, response);
    let before = '';
    const update = () => {
      const tree = resourceTree(this.#cluster, application);
      const now = JSON.stringify(tree);
      if (now !== before) {
        before = now;
        send({ result: tree });
      }
    };
    update();
    let timer: NodeJS.Timeout | undefined;
    const stopListening = this.#cluster.changes.listen(() => {
      timer ??= setTimeout(() => {
        timer = undefined;
        update();
      }, TREE_DELAY);
    });
    this.#untilClosed(response, () => {
      stopListening();
      clearTimeout(timer);
    });
  }

  /** Ends all of them. */
  close(): void {
    for (const end of [...this.#open]) {
      end();
    }
  }

  #begin(request: Request, response: Response): (frame: object) => void {
    const events = request.headers.accept?.includes('text/event-stream');
    response.setHeader(
      'Content-Type',
      events ? 'text/event-stream' : 'application/json',
    );
    response.flushHeaders();
    return frame => {
      const json = JSON.stringify(frame);
      response.write(events ? `data: ${json}\n\n` : `${json}\n`);
    };
  }

  #untilClosed(response: Response, stop: () => void): void {
    const end = () => {
      stop();
      this.#open.delete(end);
      response.end();
    };
    this.#open.add(end);
    response.once('close', end);
  }
}

function tooOld(version: number) {
  const message = `too old resource version: ${version}`;
  return { grpc_code: 2, http_code: 410, http_status: 'Gone', message };
}

function isApplication({
  apiVersion,
  kind,
}: {
  apiVersion: string;
  kind: string;
}) {
  return kind === 'Application' && apiVersion === ARGO_VERSION;
}
