import { existsSync, readFileSync } from 'node:fs';
import { Agent } from 'node:https';
import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Config } from '@backstage/config';
import { ANNOTATION_KUBERNETES_AUTH_PROVIDER } from '@backstage/plugin-kubernetes-common';
import type { AuthenticationStrategy } from '@backstage/plugin-kubernetes-node';
import { UpstreamError } from '@shopstack/plugin-kit-node';
import type { ClusterConfig } from '../config';

/** What the stock strategies are made with. */
export interface StrategyContext {
  /** The whole configuration, of which each strategy reads its part. */
  config: Config;
  logger: LoggerService;
}

/** Loaded when a cluster needs it, which is not for a token that the configuration holds. */
function loadStock() {
  // Not `import()`: what runs here is CommonJS, and Jest knows the other only as an experiment.
  return require('@backstage/plugin-kubernetes-backend') as typeof import('@backstage/plugin-kubernetes-backend');
}

/** For how long a token is used again. Those of EKS live for fifteen minutes, mounted ones change every hour. */
const KEEP_MS = 5 * 60_000;

/** Where Kubernetes mounts what a pod needs to speak to its own cluster. */
const MOUNTED = '/var/run/secrets/kubernetes.io/serviceaccount';

/**
 * Providers of the stock Kubernetes plugin that need nobody signed in. The others pass a person's own token on, which
 * a collector does not have.
 */
const STRATEGIES: Record<
  string,
  (
    stock: typeof import('@backstage/plugin-kubernetes-backend'),
    context: StrategyContext,
  ) => AuthenticationStrategy
> = {
  serviceAccount: stock => new stock.ServiceAccountStrategy(),
  aws: (stock, { config }) => new stock.AwsIamStrategy({ config }),
  azure: (stock, { logger }) => new stock.AzureIdentityStrategy(logger),
  googleServiceAccount: (stock, { config }) =>
    new stock.GoogleServiceAccountStrategy({ config }),
  localKubectlProxy: stock => new stock.AnonymousStrategy(),
};

/** Where a cluster listens, and whom it is trusted by. */
export interface ClusterConnection {
  url: string;
  agent?: Agent;
}

/** How one cluster is reached: its address, its certificate authority and its token. */
export class ClusterCredentials {
  readonly #cluster: ClusterConfig;
  readonly #context: StrategyContext;
  #connection?: ClusterConnection;
  #token?: { value: Promise<string | undefined>; until: number };

  constructor(cluster: ClusterConfig, context: StrategyContext) {
    this.#cluster = cluster;
    this.#context = context;
  }

  /** @throws UpstreamError `no-credentials` when the file of the certificate authority cannot be read. */
  connection(): ClusterConnection {
    try {
      this.#connection ??= connectionOf(this.#cluster);
      return this.#connection;
    } catch (error) {
      throw new UpstreamError(
        'no-credentials',
        'The portal cannot read the certificate authority of this cluster',
        { cause: error },
      );
    }
  }

  /** @throws UpstreamError `no-credentials` when the provider has none, or is none that a collector can use. */
  async headers(): Promise<Record<string, string>> {
    const now = Date.now();
    if (!this.#token || this.#token.until < now) {
      this.#token = { value: this.#find(), until: now + KEEP_MS };
    }
    try {
      const token = await this.#token.value;
      return token ? { Authorization: `Bearer ${token}` } : {};
    } catch (error) {
      this.forget();
      throw error;
    }
  }

  /** After the cluster refused the token. */
  forget(): void {
    this.#token = undefined;
  }

  /** Ends idle connections. */
  close(): void {
    this.#connection?.agent?.destroy();
  }

  async #find(): Promise<string | undefined> {
    const { authProvider, name, url, authMetadata } = this.#cluster;
    const given = authMetadata.serviceAccountToken;
    if (authProvider === 'serviceAccount' && given) {
      return given;
    }
    if (!Object.hasOwn(STRATEGIES, authProvider)) {
      throw new UpstreamError(
        'no-credentials',
        `The collector cannot use the auth provider '${authProvider}', which needs a signed-in person`,
      );
    }
    try {
      const strategy = STRATEGIES[authProvider](loadStock(), this.#context);
      const credential = await strategy.getCredential(
        {
          name,
          url,
          authMetadata: {
            [ANNOTATION_KUBERNETES_AUTH_PROVIDER]: authProvider,
            ...authMetadata,
          },
        },
        {},
      );
      return credential.type === 'bearer token' ? credential.token : undefined;
    } catch (error) {
      throw new UpstreamError(
        'no-credentials',
        'The portal has no credentials for this cluster',
        { cause: error },
      );
    }
  }
}

function connectionOf(cluster: ClusterConfig): ClusterConnection {
  const own = isOwnCluster(cluster);
  const url = own ? ownAddress() : cluster.url;
  if (!url.startsWith('https:')) {
    return { url };
  }
  const agent = new Agent({
    ca: own ? readFileSync(`${MOUNTED}/ca.crt`) : authority(cluster),
    rejectUnauthorized: !cluster.skipTLSVerify,
    keepAlive: true,
  });
  return { url, agent };
}

/** As the stock plugin does: a service account without a token, in a pod, means the cluster that the portal runs in. */
function isOwnCluster({ authProvider, authMetadata }: ClusterConfig): boolean {
  return (
    authProvider === 'serviceAccount' &&
    !authMetadata.serviceAccountToken &&
    existsSync(`${MOUNTED}/ca.crt`)
  );
}

function ownAddress(): string {
  const host = process.env.KUBERNETES_SERVICE_HOST ?? 'kubernetes.default.svc';
  const port = process.env.KUBERNETES_SERVICE_PORT ?? '443';
  return `https://${host.includes(':') ? `[${host}]` : host}:${port}`;
}

function authority({ caData, caFile }: ClusterConfig): Buffer | undefined {
  if (caFile) {
    return readFileSync(caFile);
  }
  return caData ? Buffer.from(caData, 'base64') : undefined;
}
