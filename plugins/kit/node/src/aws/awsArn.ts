import { InputError } from '@backstage/errors';

/** The parts of an Amazon Resource Name that the portal needs. */
export interface AwsArn {
  arn: string;
  partition: string;
  region: string;
  accountId: string;
  /** What follows `<resourceType>/`, or `secret:`. */
  resource: string;
}

const LONGEST = 1_000;

/**
 * Names as each service allows them: Amazon ECR up to 256 characters in small letters (CreateRepository), AWS CodeBuild
 * up to 255 without dots and slashes (CreateProject), AWS Secrets Manager up to 512 and its own suffix (CreateSecret).
 */
const NAMES: Record<string, RegExp> = {
  ecr: /^(?=.{1,256}$)[a-z0-9]+([._-]+[a-z0-9]+)*(\/[a-z0-9]+([._-]+[a-z0-9]+)*)*$/,
  codebuild: /^[A-Za-z0-9][A-Za-z0-9_-]{0,254}$/,
  secretsmanager: /^[A-Za-z0-9/_+=.@-]{1,519}$/,
};

/** What stands between type and name: a slash, but for these. */
const SEPARATORS: Record<string, string> = { secretsmanager: ':' };

/** For every other service. */
const ANY_NAME =
  /^(?=.{1,256}$)[A-Za-z0-9][A-Za-z0-9._-]*(\/[A-Za-z0-9][A-Za-z0-9._-]*)*$/;

/**
 * Reads an ARN of the form `arn:<partition>:<service>:<region>:<account>:<type>/<resource>`.
 *
 * @throws InputError when it is of another service or type, or malformed, its name too: it must be one that the
 *   service allows, so that it cannot lead a request astray.
 */
export function parseAwsArn(
  arn: string,
  expected: { service: string; resourceType: string },
): AwsArn {
  const [prefix, partition, service, region, accountId, ...rest] = arn
    .slice(0, LONGEST + 1)
    .split(':');
  const separator = SEPARATORS[expected.service] ?? '/';
  const typed = rest.join(':');
  const end = Math.max(typed.indexOf(separator), 0);
  const resource = typed.slice(end + 1);
  const wellFormed =
    arn.length <= LONGEST &&
    prefix === 'arn' &&
    /^aws(-[a-z]+)*$/.test(partition ?? '') &&
    /^[a-z]{2}(-[a-z]+)+-\d$/.test(region ?? '') &&
    /^\d{12}$/.test(accountId ?? '') &&
    (NAMES[expected.service] ?? ANY_NAME).test(resource);
  const fits =
    service === expected.service &&
    typed.slice(0, end) === expected.resourceType;
  if (!wellFormed || !fits) {
    throw new InputError(
      `'${printable(arn)}' is not an ARN of the form arn:aws:${expected.service}:<region>:<account>:${expected.resourceType}${separator}<name>`,
    );
  }
  return { arn, partition, region, accountId, resource };
}

function printable(text: string): string {
  const short = text.length > 120 ? `${text.slice(0, 120)}...` : text;
  return short.replace(/[^\x20-\x7e]/g, '?');
}
