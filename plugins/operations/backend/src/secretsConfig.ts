import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { readPositive } from './positive';

/** How secrets are found, and how long what was found counts. */
export interface SecretsConfig {
  /** Accounts to look in; with none, those of the entity's own ARNs. */
  accounts: readonly string[];
  regions: readonly string[];
  /** Key of the tag whose value is the name of the service. */
  tag?: string;
  /** Beginnings of names with `{{service}}` and `{{environment}}`. */
  names: readonly string[];
  staleAfterDays: number;
  maxAgeSeconds: number;
  /** The most that one list may offer; beyond it the answer says that it is too much. */
  maxSecrets: number;
  timeoutMs: number;
  concurrency: number;
  ratePerSecond: number;
  burst: number;
  endpoint?: string;
}

const PREFIX = 'operations.secrets';
const DEFAULT_TAG = 'service';

/**
 * Reads `operations.secrets`.
 *
 * @throws InputError when a name, an account or a region cannot be one, or a number is not positive.
 */
export function readSecretsConfig(root: Config): SecretsConfig {
  const texts = (key: string, form: RegExp) => {
    const values = root.getOptionalStringArray(`${PREFIX}.${key}`) ?? [];
    const odd = values.find(value => !form.test(value));
    if (odd !== undefined) {
      throw new InputError(`${PREFIX}.${key} holds '${odd}', which is none`);
    }
    return values;
  };
  const accounts = texts('accounts', /^\d{12}$/);
  const regions = texts('regions', /^[a-z]{2}(-[a-z]+)+-\d$/);
  if (accounts.length > 0 !== regions.length > 0) {
    throw new InputError(
      `${PREFIX}.accounts and ${PREFIX}.regions are only of use together`,
    );
  }
  const names = texts('names', /./);
  names.forEach(checkName);
  const positive = (key: string, otherwise: number) =>
    readPositive(root, `${PREFIX}.${key}`, otherwise);
  return {
    accounts,
    regions,
    names,
    tag:
      root.getOptionalString(`${PREFIX}.tag`) ??
      (names.length === 0 ? DEFAULT_TAG : undefined),
    staleAfterDays: positive('staleAfterDays', 90),
    maxAgeSeconds: positive('maxAgeSeconds', 300),
    maxSecrets: positive('maxSecrets', 2_000),
    timeoutMs: positive('timeoutSeconds', 10) * 1000,
    concurrency: positive('concurrency', 4),
    ratePerSecond: positive('ratePerSecond', 5),
    burst: positive('burst', 10),
    endpoint: root.getOptionalString(`${PREFIX}.endpoint`),
  };
}

/** Without the service in it, a name would be everybody's. */
function checkName(name: string): void {
  const rest = name.replace(/\{\{\s*(service|environment)\s*\}\}/g, 'x');
  if (!/\{\{\s*service\s*\}\}/.test(name)) {
    throw new InputError(`${PREFIX}.names: '${name}' has no '{{service}}'`);
  }
  if (!/^[A-Za-z0-9/_+=.@-]{1,512}$/.test(rest)) {
    throw new InputError(
      `${PREFIX}.names: '${name}' holds what no secret can be named`,
    );
  }
}
