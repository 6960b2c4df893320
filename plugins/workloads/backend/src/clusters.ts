import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import {
  ANNOTATION_KUBERNETES_AUTH_PROVIDER,
  ANNOTATION_KUBERNETES_AWS_ASSUME_ROLE,
  ANNOTATION_KUBERNETES_AWS_EXTERNAL_ID,
} from '@backstage/plugin-kubernetes-common';

/** A cluster as `kubernetes.clusterLocatorMethods` names it. */
export interface ClusterConfig {
  name: string;
  /** Without a slash at the end. */
  url: string;
  /** How the stock plugin signs in, for example `serviceAccount` or `aws`. */
  authProvider: string;
  /** What the strategy of that provider reads. */
  authMetadata: Record<string, string>;
  /** Base64 of the certificate authority in PEM. */
  caData?: string;
  caFile?: string;
  skipTLSVerify: boolean;
}

/** Clusters that are located in a way the collector does not know. */
export interface UnreadableClusters {
  instance: string;
  reason: string;
}

/**
 * Reads the clusters of the stock plugin's configuration, of the locator type `config`.
 *
 * @throws InputError when an address is none, or a name stands twice.
 */
export function readClusters(root: Config): {
  clusters: ClusterConfig[];
  unreadable: UnreadableClusters[];
} {
  const methods =
    root.getOptionalConfigArray('kubernetes.clusterLocatorMethods') ?? [];
  const [read, others] = [true, false].map(wanted =>
    methods.filter(
      method => (method.getString('type') === 'config') === wanted,
    ),
  );
  const clusters = read
    .flatMap(method => method.getConfigArray('clusters'))
    .map(readCluster);
  const names = clusters.map(({ name }) => name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) {
    throw new InputError(`Two Kubernetes clusters have the name '${twice}'`);
  }
  return {
    clusters,
    unreadable: others.map(method => ({
      instance: method.getString('type'),
      reason: `The collector does not know the cluster locator '${method.getString('type')}'`,
    })),
  };
}

function readCluster(config: Config): ClusterConfig {
  const name = config.getString('name');
  const url = config.getString('url').replace(/\/+$/, '');
  if (!/^https?:\/\/[^/?#]+/.test(url)) {
    throw new InputError(
      `The url of the Kubernetes cluster '${name}' is no http address`,
    );
  }
  const metadata = config.getOptional<Record<string, string>>('authMetadata');
  return {
    name,
    url,
    authProvider:
      metadata?.[ANNOTATION_KUBERNETES_AUTH_PROVIDER] ??
      config.getString('authProvider'),
    authMetadata: { ...readAuthMetadata(config), ...metadata },
    caData: config.getOptionalString('caData'),
    caFile: config.getOptionalString('caFile'),
    skipTLSVerify: config.getOptionalBoolean('skipTLSVerify') ?? false,
  };
}

function readAuthMetadata(config: Config): Record<string, string> {
  const keys = {
    serviceAccountToken: 'serviceAccountToken',
    assumeRole: ANNOTATION_KUBERNETES_AWS_ASSUME_ROLE,
    externalId: ANNOTATION_KUBERNETES_AWS_EXTERNAL_ID,
  };
  return Object.fromEntries(
    Object.entries(keys).flatMap(([key, name]) => {
      const value = config.getOptionalString(key);
      return value ? [[name, value]] : [];
    }),
  );
}
