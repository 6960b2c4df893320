import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';

export interface EcrConfig {
  endpoint?: string;
  maxAgeSeconds: number;
  timeoutMs: number;
  concurrency: number;
}

/**
 * Reads `ecr` from the configuration.
 *
 * @throws InputError at start when a number is not positive.
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
  return {
    endpoint: config?.getOptionalString('endpoint'),
    maxAgeSeconds: positive('maxAgeSeconds', 30),
    timeoutMs: positive('timeoutSeconds', 10) * 1000,
    concurrency: positive('concurrency', 4),
  };
}
