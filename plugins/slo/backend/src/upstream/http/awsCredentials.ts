import { type Config, ConfigReader } from '@backstage/config';
import type { AwsCredentialsManager } from '@backstage/integration-aws-node';
import type { Authentication } from '../../config';

/**
 * Gives the credentials of AWS that `aws` in the configuration tells, once somebody asks. A role of its own is assumed
 * with those of the main account, as for any account of `aws.accounts`.
 */
export function awsCredentials(
  root: Config,
  authentication: Authentication,
): () => AwsCredentialsManager {
  let manager: AwsCredentialsManager | undefined;
  return () => {
    manager ??= createManager(root, authentication);
    return manager;
  };
}

function createManager(
  root: Config,
  authentication: Authentication,
): AwsCredentialsManager {
  // Not `import()`: what runs here is CommonJS, and Jest knows the other only as an experiment.
  const { DefaultAwsCredentialsManager } =
    require('@backstage/integration-aws-node') as typeof import('@backstage/integration-aws-node');
  const isRole =
    authentication.type === 'sigv4' && authentication.roleArn !== undefined;
  return DefaultAwsCredentialsManager.fromConfig(
    isRole
      ? withRole(root, authentication.roleArn!, authentication.region)
      : root,
  );
}

/** The same configuration with this role, and no other, for the account of the role. */
function withRole(root: Config, roleArn: string, region: string): Config {
  const [, partition, , , accountId, resource] = roleArn.split(':');
  const { accounts: _, ...aws } =
    root.getOptionalConfig('aws')?.get<Record<string, never>>() ?? {};
  const roleName = resource.replace(/^role\//, '');
  return new ConfigReader({
    aws: { ...aws, accounts: [{ accountId, partition, roleName, region }] },
  });
}
