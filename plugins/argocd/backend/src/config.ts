import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { type ArgocdInstanceConfig, readInstances } from './instanceConfig';

export type { ArgocdInstanceConfig } from './instanceConfig';

/** How the portal follows the changes of applications. */
export interface StreamConfig {
  enabled: boolean;
  /** For how long one replica follows before another may take over, in milliseconds. */
  turnMs: number;
  /** After how long without a word a stream counts as dead, in milliseconds. */
  idleMs: number;
}

export interface ArgocdConfig {
  maxAgeSeconds: number;
  timeoutMs: number;
  /** How long a refresh or a sync may take to be accepted, in milliseconds. */
  actionTimeoutMs: number;
  concurrency: number;
  revisionsToLoad: number;
  stream: StreamConfig;
  instances: ArgocdInstanceConfig[];
}

/**
 * Reads `argocd` from the configuration.
 *
 * @throws InputError at start when an address is none, a name stands twice, credentials are half given, or a number is
 *   not positive.
 */
export function readArgocdConfig(root: Config): ArgocdConfig {
  const positive = (key: string, otherwise: number) => {
    const value = root.getOptionalNumber(`argocd.${key}`) ?? otherwise;
    if (!(value > 0)) {
      throw new InputError(`argocd.${key} must be more than 0, not ${value}`);
    }
    return value;
  };
  return {
    maxAgeSeconds: positive('maxAgeSeconds', 10),
    timeoutMs: positive('timeoutSeconds', 10) * 1000,
    actionTimeoutMs: positive('actionTimeoutSeconds', 30) * 1000,
    concurrency: positive('concurrency', 8),
    revisionsToLoad: readRevisionsToLoad(root),
    stream: {
      enabled: root.getOptionalBoolean('argocd.stream.enabled') ?? true,
      turnMs: positive('stream.turnSeconds', 300) * 1000,
      idleMs: positive('stream.idleSeconds', 90) * 1000,
    },
    instances: readInstances(root),
  };
}

/** Peers take -1 for all; Argo CD itself keeps ten by default. */
function readRevisionsToLoad(root: Config): number {
  const value = root.getOptionalNumber('argocd.revisionsToLoad') ?? 10;
  return value < 0 ? 10 : value;
}
