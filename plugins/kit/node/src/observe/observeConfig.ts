import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import type { ObservedSourceOptions } from './ObservedSource';

/** The numbers of an `ObservedSource` that the configuration may set; absent means the default. */
export type ObserveConfig = Pick<
  ObservedSourceOptions,
  'patienceMs' | 'firstPatienceMs' | 'restMs' | 'watchMs' | 'hotBytes'
>;

const MEBIBYTE = 1024 * 1024;

/**
 * Reads `observe` from the configuration.
 *
 * @throws InputError at start when a number is not positive.
 */
export function readObserveConfig(root: Config): ObserveConfig {
  const config = root.getOptionalConfig('observe');
  const positive = (key: string, unit: number) => {
    const value = config?.getOptionalNumber(key);
    if (value !== undefined && !(value > 0)) {
      throw new InputError(`observe.${key} must be more than 0, not ${value}`);
    }
    return value === undefined ? undefined : value * unit;
  };
  return {
    patienceMs: positive('patienceSeconds', 1000),
    firstPatienceMs: positive('firstPatienceSeconds', 1000),
    restMs: positive('restSeconds', 1000),
    watchMs: positive('watchSeconds', 1000),
    hotBytes: positive('hotMebibytes', MEBIBYTE),
  };
}
