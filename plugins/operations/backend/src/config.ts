import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { DEFAULT_ENVIRONMENT_ORDER } from '@shopstack/plugin-kit-common';
import type { LinkKind } from '@shopstack/plugin-operations-common';
import { LinkTemplate } from './links/LinkTemplate';
import type { OnCallAddresses } from './links/readOnCall';
import { readPositive } from './positive';
import { readSecretsConfig, type SecretsConfig } from './secretsConfig';

export interface OperationsConfig {
  /** In the order of promotion; the same as that of the delivery view. */
  environments: readonly string[];
  links: LinkTemplate[];
  onCall: OnCallAddresses;
  secrets: SecretsConfig;
  /** How long the question where a service runs may take. */
  timeoutMs: number;
}

const KINDS: readonly string[] = [
  'dashboard',
  'logs',
  'traces',
  'alerts',
  'other',
] satisfies LinkKind[];

/**
 * Reads `operations` from the configuration, and `delivery.environments`.
 *
 * @throws InputError at start when a link could never work, an address is none, or a number is not positive.
 */
export function readOperationsConfig(root: Config): OperationsConfig {
  return {
    environments:
      root.getOptionalStringArray('delivery.environments') ??
      DEFAULT_ENVIRONMENT_ORDER,
    links: (root.getOptionalConfigArray('operations.links') ?? []).map(
      readLink,
    ),
    onCall: {
      pagerDutyUrl: readAddress(root, 'operations.onCall.pagerDutyUrl'),
      opsgenieUrl: readAddress(root, 'operations.onCall.opsgenieUrl'),
    },
    secrets: readSecretsConfig(root),
    timeoutMs: readPositive(root, 'operations.timeoutSeconds', 5) * 1000,
  };
}

function readLink(config: Config): LinkTemplate {
  const kind = config.getOptionalString('kind') ?? 'other';
  const title = config.getString('title');
  if (!KINDS.includes(kind)) {
    throw new InputError(
      `The link '${title}' in operations.links has the unknown kind '${kind}'; known are ${KINDS.join(', ')}`,
    );
  }
  return new LinkTemplate({
    kind: kind as LinkKind,
    title,
    url: config.getString('url'),
    environments: config.getOptionalStringArray('environments'),
  });
}

function readAddress(root: Config, key: string): string | undefined {
  const value = root.getOptionalString(key)?.replace(/\/+$/, '');
  if (value !== undefined && !/^https?:\/\/[^/?#]+/.test(value)) {
    throw new InputError(`${key} is no http address`);
  }
  return value;
}
