import { faultError, UpstreamError } from '@shopstack/plugin-kit-node';
import { z } from 'zod';
import type { FleetUpstream, FleetEvent } from '../collector/FleetUpstream';
import type { FleetApplication } from '../store/FleetApplication';
import type { ArgocdClient } from './ArgocdClient';
import { requireOk } from './ArgocdConnection';
import { APPLICATION_FIELDS, toFleetApplication } from './fleetMapping';
import { readFrames } from './frames';
import { UPSTREAM } from './upstreamName';
import { applicationSchema } from './wire';

const frameSchema = z.object({
  result: z.object({ type: z.string(), application: z.unknown() }),
});

/** Lists and follows the applications of one instance, with no more fields than the fleet shows. */
export class ApplicationStream implements FleetUpstream {
  readonly instance: string;
  readonly #client: ArgocdClient;
  readonly #idleMs: number;

  constructor(instance: string, client: ArgocdClient, idleMs: number) {
    this.instance = instance;
    this.#client = client;
    this.#idleMs = idleMs;
  }

  async list(): Promise<{
    applications: FleetApplication[];
    resourceVersion?: string;
  }> {
    const { applications, resourceVersion } = await this.#client.list({
      fields: [
        'metadata.resourceVersion',
        ...APPLICATION_FIELDS.map(field => `items.${field}`),
      ].join(','),
    });
    return {
      applications: applications.map(application =>
        toFleetApplication(application, this.instance),
      ),
      resourceVersion,
    };
  }

  async *follow(
    resourceVersion: string | undefined,
    signal: AbortSignal,
  ): AsyncGenerator<FleetEvent> {
    const idle = new AbortController();
    const timer = setTimeout(() => idle.abort(), this.#idleMs);
    try {
      const response = await requireOk(
        await this.#client.connection.send({
          path: '/api/v1/stream/applications',
          query: {
            resourceVersion,
            fields: [
              'result.type',
              ...APPLICATION_FIELDS.map(field => `result.application.${field}`),
            ].join(','),
          },
          signal: AbortSignal.any([signal, idle.signal]),
        }),
      );
      for await (const frame of readFrames(response.body ?? empty(), () =>
        timer.refresh(),
      )) {
        yield this.#toEvent(frame);
      }
    } catch (error) {
      if (idle.signal.aborted && !signal.aborted) {
        // Argo CD sends nothing while nothing happens: a quiet stream may be well, or dead. Only asking tells.
        return;
      }
      throw error;
    } finally {
      clearTimeout(timer);
      idle.abort();
    }
  }

  #toEvent(frame: unknown): FleetEvent {
    const parsed = frameSchema.safeParse(frame);
    if (!parsed.success) {
      // `{"error": ...}`, or something else that Argo CD has no word for.
      throw new UpstreamError('failed', `${UPSTREAM} ended the stream`, {
        cause: new Error(JSON.stringify(frame)?.slice(0, 500)),
      });
    }
    const { type, application: row } = parsed.data.result;
    const application = applicationSchema.safeParse(row);
    if (!application.success) {
      throw faultError('malformed', UPSTREAM, application.error);
    }
    return {
      type: type === 'DELETED' ? 'gone' : 'present',
      application: toFleetApplication(application.data, this.instance),
    };
  }
}

async function* empty(): AsyncGenerator<Uint8Array> {}
