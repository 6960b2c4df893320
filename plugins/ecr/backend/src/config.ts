import { type Config, readDurationFromConfig } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { durationToMilliseconds, type HumanDuration } from '@backstage/types';
import {
  type AwsConsoleAccess,
  readAwsConsoleAccess,
} from '@shopstack/plugin-kit-node';

export interface EcrConfig {
  endpoint?: string;
  /** After how many seconds a repository is read anew when somebody looks. */
  maxAgeSeconds: number;
  timeoutMs: number;
  /** For each account and region. */
  concurrency: number;
  ratePerSecond: number;
  burst: number;
  /** Findings of an image that are read at most. */
  maxFindings: number;
  /** The newest images of a repository whose scans are read without anybody asking. */
  newestScanned: number;
  scanFrequency: HumanDuration;
  consoleAccess: AwsConsoleAccess;
}

/**
 * Reads `ecr` and `aws.sso` from the configuration.
 *
 * @throws InputError at start when a number is not positive, or a duration is none.
 */
export function readEcrConfig(root: Config): EcrConfig {
  const config = root.getOptionalConfig('ecr');
  const positive = (key: string, otherwise: number) => {
    const value = config?.getOptionalNumber(key) ?? otherwise;
    if (!(value > 0)) {
      throw new InputError(`ecr.${key} must be more than 0, not ${value}`);
    }
    return value;
  };
  const count = (key: string, otherwise: number) => {
    const value = positive(key, otherwise);
    if (!Number.isInteger(value)) {
      throw new InputError(`ecr.${key} must be a whole number, not ${value}`);
    }
    return value;
  };
  const scanFrequency: HumanDuration = config?.has('scanFrequency')
    ? readDurationFromConfig(config, { key: 'scanFrequency' })
    : { minutes: 1 };
  if (!(durationToMilliseconds(scanFrequency) > 0)) {
    throw new InputError('ecr.scanFrequency must be longer than 0');
  }
  return {
    endpoint: config?.getOptionalString('endpoint'),
    maxAgeSeconds: positive('maxAgeSeconds', 30),
    timeoutMs: positive('timeoutSeconds', 10) * 1000,
    concurrency: count('concurrency', 4),
    ratePerSecond: positive('ratePerSecond', 10),
    burst: count('burst', 20),
    maxFindings: count('maxFindings', 1_000),
    newestScanned: count('newestScanned', 50),
    scanFrequency,
    consoleAccess: readAwsConsoleAccess(root),
  };
}
