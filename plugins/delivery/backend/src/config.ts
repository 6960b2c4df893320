import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { DEFAULT_ENVIRONMENT_ORDER } from '@shopstack/plugin-kit-common';

export interface DeliveryConfig {
  environments: readonly string[];
  timeoutMs: number;
  maxServices: number;
}

/**
 * Reads `delivery` from the configuration.
 *
 * @throws InputError at start when a number is not positive or no environment is left.
 */
export function readDeliveryConfig(root: Config): DeliveryConfig {
  const config = root.getOptionalConfig('delivery');
  const positive = (key: string, otherwise: number) => {
    const value = config?.getOptionalNumber(key) ?? otherwise;
    if (!(value > 0)) {
      throw new InputError(`delivery.${key} must be more than 0, not ${value}`);
    }
    return value;
  };
  const environments =
    config?.getOptionalStringArray('environments') ?? DEFAULT_ENVIRONMENT_ORDER;
  if (environments.length === 0) {
    throw new InputError('delivery.environments must name an environment');
  }
  return {
    environments,
    timeoutMs: positive('timeoutSeconds', 8) * 1000,
    maxServices: positive('maxServices', 200),
  };
}
