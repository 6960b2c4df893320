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
