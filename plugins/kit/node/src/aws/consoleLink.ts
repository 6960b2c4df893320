import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import type { AwsPlace } from './AwsConnections';

/** How people sign in to the AWS console. */
export interface AwsConsoleAccess {
  /** Subdomain of the access portal of IAM Identity Center, `<subdomain>.awsapps.com`. */
  ssoSubdomain?: string;
  /** Permission set to sign in with; absent means that people choose. */
  ssoRoleName?: string;
}

/**
 * Reads `aws.sso`.
 *
 * @throws InputError at start for what is no subdomain.
 */
export function readAwsConsoleAccess(root: Config): AwsConsoleAccess {
  const ssoSubdomain = root.getOptionalString('aws.sso.subdomain');
  if (
    ssoSubdomain !== undefined &&
    !/^[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?$/.test(ssoSubdomain)
  ) {
    throw new InputError(
      `aws.sso.subdomain must be the part before .awsapps.com, not '${ssoSubdomain}'`,
    );
  }
  return {
    ssoSubdomain,
    ssoRoleName: root.getOptionalString('aws.sso.roleName'),
  };
}

/**
 * The link to a page of the AWS console. Where people sign in through IAM Identity Center it is a shortcut link, which
 * opens the page in the account of the ARN (https://docs.aws.amazon.com/singlesignon/latest/userguide/createshortcutlink.html).
 */
export function consoleLink(
  { accountId }: Pick<AwsPlace, 'accountId'>,
  url: string,
  { ssoSubdomain, ssoRoleName }: AwsConsoleAccess = {},
): string {
  if (!ssoSubdomain || !accountId) {
    return url;
  }
  const role = ssoRoleName
    ? `&role_name=${encodeURIComponent(ssoRoleName)}`
    : '';
  return `https://${ssoSubdomain}.awsapps.com/start/#/console?account_id=${encodeURIComponent(accountId)}${role}&destination=${encodeURIComponent(url)}`;
}
