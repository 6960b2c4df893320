import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createWorld } from '../../world';
import type { OwnedWorld } from '../../world';

const MINUTE = 60_000;

/** A pod to put into a test's world. */
export interface PodOptions {
  service: string;
  environment?: string;
  name?: string;
  /** Minutes before now. */
  startedMinutesAgo: number;
  /** Of its container; the last restart is `restartedMinutesAgo`. */
  restarts?: number;
  restartedMinutesAgo?: number;
  annotations?: Record<string, string>;
}

/** A world without repositories, with helpers that write what a cluster would. Close it when done. */
export class TestWorld {
  readonly #directory = mkdtempSync(join(tmpdir(), 'prometheus-world-'));
  readonly world: OwnedWorld = createWorld({
    stateDirectory: this.#directory,
  });

  get now(): number {
    return this.world.clock.now().getTime();
  }

  /** ISO of a moment so many minutes before now. */
  minutesAgo(minutes: number): string {
    return new Date(this.now - minutes * MINUTE).toISOString();
  }

  putPod(options: PodOptions): void {
    const { service, environment = 'prod' } = options;
    const namespace = `${service}-${environment}`;
    const name = options.name ?? `${service}-0`;
    const startedAt = this.minutesAgo(options.startedMinutesAgo);
    const restartedAt = options.restartedMinutesAgo;
    this.#put(`/v1/Pod/${namespace}/${name}`, {
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: {
        name,
        namespace,
        creationTimestamp: startedAt,
        labels: labelsOf(service, environment),
        annotations: options.annotations,
      },
      status: {
        phase: 'Running',
        podIP: '10.244.1.7',
        startTime: startedAt,
        containerStatuses: [
          {
            restartCount: options.restarts ?? 0,
            state: {
              running: {
                startedAt:
                  restartedAt === undefined
                    ? startedAt
                    : this.minutesAgo(restartedAt),
              },
            },
          },
        ],
      },
    });
  }

  deletePod(namespace: string, name: string): void {
    const key = `/v1/Pod/${namespace}/${name}`;
    this.world.store.delete('object', key);
    this.world.events.emit('object', { key, type: 'DELETED' });
  }

  putDeployment(service: string, environment: string, replicas: number): void {
    const namespace = `${service}-${environment}`;
    this.#put(`apps/v1/Deployment/${namespace}/${service}`, {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: {
        name: service,
        namespace,
        creationTimestamp: this.minutesAgo(90 * 24 * 60),
        labels: labelsOf(service, environment),
      },
      spec: { replicas },
    });
  }

  /** The application of a service in production, deployed so many minutes ago each time. */
  putApplication(service: string, deployedMinutesAgo: readonly number[]): void {
    const history = deployedMinutesAgo.map((minutes, id) => ({
      id,
      deployedAt: this.minutesAgo(minutes),
    }));
    this.world.store.put('application', `${service}-prod`, {
      status: { history },
    });
  }

  putRules(name: string, minutesAgo: number, rules: readonly object[]): void {
    this.#put(`monitoring.coreos.com/v1/PrometheusRule/monitoring/${name}`, {
      apiVersion: 'monitoring.coreos.com/v1',
      kind: 'PrometheusRule',
      metadata: {
        name,
        namespace: 'monitoring',
        creationTimestamp: this.minutesAgo(minutesAgo),
      },
      spec: { groups: [{ name, rules }] },
    });
  }

  async close(): Promise<void> {
    await this.world.close();
    rmSync(this.#directory, { recursive: true, force: true });
  }

  #put(key: string, object: object): void {
    this.world.store.put('object', key, object);
    this.world.events.emit('object', { key, type: 'MODIFIED' });
  }
}

function labelsOf(service: string, environment: string) {
  return {
    'shopstack.dev/service': service,
    'shopstack.dev/environment': environment,
  };
}
