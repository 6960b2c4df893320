import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';

/** Limits of the calls to one executor. */
export interface CallLimits {
  timeoutMs: number;
  concurrency: number;
  ratePerSecond: number;
  burst: number;
}

export interface BuildsConfig {
  maxAgeSeconds: number;
  /** Names of exported variables that may be shown. */
  exportedVariables: string[];
  collector: { frequencySeconds: number };
  codebuild: CallLimits & { endpoint?: string; logsEndpoint?: string };
  githubActions: CallLimits;
}

/** What builds of this platform export about the image that they made. */
const EXPORTED_VARIABLES = [
  'IMAGE_DIGEST',
  'IMAGE_URI',
  'IMAGE_TAG',
  'IMAGE_REPOSITORY',
];

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
  const limits = (
    executor: string,
    otherwise: Omit<CallLimits, 'timeoutMs'>,
  ): CallLimits => ({
    timeoutMs: positive(`${executor}.timeoutSeconds`, 10) * 1000,
    concurrency: positive(`${executor}.concurrency`, otherwise.concurrency),
    ratePerSecond: positive(
      `${executor}.ratePerSecond`,
      otherwise.ratePerSecond,
    ),
    burst: positive(`${executor}.burst`, otherwise.burst),
  });
  const endpoint = root.getOptionalString('builds.codebuild.endpoint');
  return {
    maxAgeSeconds: positive('maxAgeSeconds', 15),
    exportedVariables:
      root.getOptionalStringArray('builds.exportedVariables') ??
      EXPORTED_VARIABLES,
    collector: {
      frequencySeconds: positive('collector.frequencySeconds', 600),
    },
    codebuild: {
      // So many that the lists of twenty projects go out together.
      ...limits('codebuild', {
        concurrency: 24,
        ratePerSecond: 10,
        burst: 40,
      }),
      endpoint,
      logsEndpoint:
        root.getOptionalString('builds.codebuild.logsEndpoint') ?? endpoint,
    },
    githubActions: limits('githubActions', {
      concurrency: 8,
      ratePerSecond: 10,
      burst: 40,
    }),
  };
}
