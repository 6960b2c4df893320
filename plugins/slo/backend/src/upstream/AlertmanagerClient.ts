import type { AwsCredentialsManager } from '@backstage/integration-aws-node';
import {
  faultError,
  RateBudget,
  statusError,
  UpstreamGuard,
  type UpstreamGuardOptions,
} from '@shopstack/plugin-kit-node';
import type { EndpointConfig } from '../config';
import { toHeldAlert, toSilence } from './alertmanager/mapping';
import type {
  AlertmanagerReader,
  HeldAlert,
  Silence,
} from './AlertmanagerReader';
import { Endpoint, readAnswer } from './http';
import { ALERTMANAGER } from './upstreamNames';

export interface AlertmanagerClientOptions {
  /** Name of the instance that it belongs to. */
  instance: string;
  config: EndpointConfig;
  timeoutMs: number;
  concurrency: number;
  /** Gives the credentials of AWS; only asked where requests are signed. */
  aws?: () => AwsCredentialsManager;
  guard?: Partial<UpstreamGuardOptions>;
}

/** Calls per second; a view needs two. */
const RATE = { perSecond: 10, burst: 20 };

/** Alerts of objectives, whatever holds them back. */
const SLO_ALERTS: [string, string][] = [
  ['filter', 'sloth_id!=""'],
  ['active', 'true'],
  ['silenced', 'true'],
  ['inhibited', 'true'],
  ['unprocessed', 'true'],
];

/** Speaks to one Alertmanager. */
export class AlertmanagerClient implements AlertmanagerReader {
  readonly instance: string;
  readonly #endpoint: Endpoint;
  readonly #guard: UpstreamGuard;

  constructor(options: AlertmanagerClientOptions) {
    const { instance, config, timeoutMs, concurrency, aws } = options;
    this.instance = instance;
    this.#endpoint = new Endpoint({
      upstream: ALERTMANAGER,
      config,
      timeoutMs,
      aws,
    });
    this.#guard = new UpstreamGuard({
      upstream: ALERTMANAGER,
      timeoutMs,
      concurrency,
      budget: new RateBudget(RATE),
      ...options.guard,
    });
  }

  async sloAlerts(): Promise<HeldAlert[]> {
    const rows = await this.#list('/api/v2/alerts', SLO_ALERTS);
    return rows.flatMap(toHeldAlert);
  }

  async silences(): Promise<Silence[]> {
    const rows = await this.#list('/api/v2/silences');
    return rows.flatMap(toSilence);
  }

  /** Ends idle connections. */
  close(): void {
    this.#endpoint.close();
  }

  async #list(path: string, query?: [string, string][]): Promise<unknown[]> {
    return this.#guard.read(async signal => {
      const response = await this.#endpoint.send({ path, query, signal });
      if (!response.ok) {
        await response.body?.cancel();
        throw statusError(ALERTMANAGER, response.status, {
          retryAfter: response.headers.get('retry-after'),
        });
      }
      const rows = await readAnswer(ALERTMANAGER, response);
      if (!Array.isArray(rows)) {
        throw faultError('malformed', ALERTMANAGER, new Error('No list'));
      }
      return rows;
    });
  }
}
