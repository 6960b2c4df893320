import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';

/** Limits of the calls to one executor. */
interface CallLimits {
  timeoutMs: number;
  concurrency: number;
}

export interface BuildsConfig {
  maxAgeSeconds: number;
  codebuild: CallLimits & { endpoint?: string; maxBuilds: number };
  githubActions: CallLimits & { maxRuns: number };
}

/**
 * Reads `builds` from the configuration.
 *
 * @throws InputError at start when a number is not positive.
 */
export function readBuildsConfig(root: Config): BuildsConfig {
  const positive = (key: string, otherwise: number) => {
    const value = root.getOptionalNumber(`builds.${key}`) ?? otherwise;
    if (!(value > 0)) {
      throw new InputError(`builds.${key} must be more than 0, not ${value}`);
    }
    return value;
  };
  const limits = (executor: string): CallLimits => ({
    timeoutMs: positive(`${executor}.timeoutSeconds`, 10) * 1000,
    concurrency: positive(`${executor}.concurrency`, 4),
  });
  return {
    maxAgeSeconds: positive('maxAgeSeconds', 15),
    codebuild: {
      ...limits('codebuild'),
      endpoint: root.getOptionalString('builds.codebuild.endpoint'),
      maxBuilds: positive('codebuild.maxBuilds', 100),
    },
    githubActions: {
      ...limits('githubActions'),
      // One page of the API; more would cost a call for each hundred.
      maxRuns: Math.min(positive('githubActions.maxRuns', 30), 100),
    },
  };
}
