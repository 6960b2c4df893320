import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';

/** @throws InputError when the number is not more than 0. */
export function readPositive(
  root: Config,
  key: string,
  otherwise: number,
): number {
  const value = root.getOptionalNumber(key) ?? otherwise;
  if (!(value > 0)) {
    throw new InputError(`${key} must be more than 0, not ${value}`);
  }
  return value;
}
