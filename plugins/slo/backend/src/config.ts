import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { readGrafanaUrl } from './configGrafana';
import { readInstances } from './configInstances';

/** How a Prometheus or an Alertmanager lets the portal in. */
export type Authentication =
  | { type: 'none' }
  | { type: 'bearer'; token: string }
  | { type: 'basic'; username: string; password: string }
  /** Requests are signed for Amazon Managed Service for Prometheus; the account is one of `aws.accounts`. */
  | {
      type: 'sigv4';
      region: string;
      service: string;
      accountId?: string;
      roleArn?: string;
    };

/** Trust and client certificate, in PEM. Read from files at start. */
export interface TlsOptions {
  ca?: string;
  certificate?: string;
  key?: string;
  serverName?: string;
}

/** Where one API is and how it is asked. */
export interface EndpointConfig {
  /** Address without a trailing slash; may have a path (`https://host/prometheus`). */
  url: string;
  /** Address that people open; the same where absent. */
  externalUrl: string;
  authentication: Authentication;
  tls?: TlsOptions;
  /** Further headers, for example `X-Scope-OrgID`. */
  headers: Record<string, string>;
}

/** One Prometheus with, where it has one, its Alertmanager. */
export interface InstanceConfig extends EndpointConfig {
  name: string;
  alertmanager?: EndpointConfig;
}

export interface SloConfig {
  /** After how long the overview is read anew while somebody looks, in seconds. Default 30. */
  maxAgeSeconds: number;
  timeoutMs: number;
  /** Queries to one instance at the same time. Default 8. */
  concurrency: number;
  instances: InstanceConfig[];
  /** Where the names of a histogram and its labels are not those of the objective: used for the chart `latency`. */
  latencyHistogram: string;
  /** Address of the Grafana dashboard of an objective with `{{service}}`, `{{slo}}`, `{{id}}`, `{{environment}}`. */
  grafanaUrl?: string;
}

/** Name of a histogram as instrumentations of HTTP servers export it, without `_bucket`. */
const LATENCY_HISTOGRAM = 'http_request_duration_seconds';

/**
 * Reads `slo` from the configuration, and the files that it names.
 *
 * @throws InputError at start, with the key, when something there cannot work.
 */
export function readSloConfig(root: Config): SloConfig {
  const positive = (key: string, otherwise: number) => {
    const value = root.getOptionalNumber(`slo.${key}`) ?? otherwise;
    if (!(value > 0)) {
      throw new InputError(`slo.${key} must be more than 0, not ${value}`);
    }
    return value;
  };
  return {
    maxAgeSeconds: positive('maxAgeSeconds', 30),
    timeoutMs: positive('timeoutSeconds', 10) * 1000,
    concurrency: positive('concurrency', 8),
    instances: readInstances(root),
    latencyHistogram: readLatencyHistogram(root),
    grafanaUrl: readGrafanaUrl(root),
  };
}

function readLatencyHistogram(root: Config): string {
  const name =
    root.getOptionalString('slo.latencyHistogram') ?? LATENCY_HISTOGRAM;
  if (!/^[A-Za-z_:][A-Za-z0-9_:]*$/.test(name)) {
    throw new InputError(
      `slo.latencyHistogram is no name of a metric: '${name}'`,
    );
  }
  return name.replace(/_bucket$/, '');
}
