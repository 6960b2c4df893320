import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import type { AwsPlace } from './AwsConnections';

/** Where resources are looked for by their tags. */
export interface AwsLocatorConfig {
  /** Every account in every region. */
  places: AwsPlace[];
  /** Address to use in place of the region's own. */
  endpoint?: string;
}

const DEFAULT_REGION = 'us-east-1';

/**
 * Reads `aws.locator`. Without lists of its own it looks in the accounts of `aws.accounts`, or else in the main account,
 * and in the region of `aws.accountDefaults`.
 *
 * @throws InputError at start for another type than `resourceTaggingApi`, and for what is no account or region.
 */
export function readAwsLocator(root: Config): AwsLocatorConfig {
  const type = root.getOptionalString('aws.locator.type');
  if (type !== undefined && type !== 'resourceTaggingApi') {
    throw new InputError(
      `aws.locator.type must be 'resourceTaggingApi', the one that this portal knows, not '${type}'`,
    );
  }
  const config = root.getOptionalConfig('aws.locator.resourceTaggingApi');
  const accounts: (string | undefined)[] =
    config?.getOptionalStringArray('accounts') ?? configuredAccounts(root);
  const regions = config?.getOptionalStringArray('regions') ?? [
    root.getOptionalString('aws.accountDefaults.region') ?? DEFAULT_REGION,
  ];
  for (const account of accounts) {
    if (account !== undefined && !/^\d{12}$/.test(account)) {
      throw new InputError(
        `aws.locator.resourceTaggingApi.accounts holds '${account}', which is no account of 12 digits`,
      );
    }
  }
  for (const region of regions) {
    if (!/^[a-z]{2}(-[a-z]+)+-\d$/.test(region)) {
      throw new InputError(
        `aws.locator.resourceTaggingApi.regions holds '${region}', which is no region`,
      );
    }
  }
  return {
    endpoint: config?.getOptionalString('endpoint'),
    places: accounts.flatMap(accountId =>
      regions.map(region => ({
        partition: partitionOf(region),
        accountId,
        region,
      })),
    ),
  };
}

function configuredAccounts(root: Config): (string | undefined)[] {
  const accounts = (root.getOptionalConfigArray('aws.accounts') ?? []).map(
    account => account.getString('accountId'),
  );
  return accounts.length > 0 ? accounts : [undefined];
}

function partitionOf(region: string): string {
  if (region.startsWith('cn-')) return 'aws-cn';
  return region.startsWith('us-gov-') ? 'aws-us-gov' : 'aws';
}
