import {
  type AwsArn,
  type AwsConsoleAccess,
  consoleLink,
} from '@shopstack/plugin-kit-node';

const CONSOLES: Record<string, string> = {
  'aws-cn': 'console.amazonaws.cn',
  'aws-us-gov': 'console.amazonaws-us-gov.com',
};

/** The page of a project. */
export function projectUrl(arn: AwsArn, options: AwsConsoleAccess): string {
  return pageUrl(arn, [], options);
}

/** The page of a build. */
export function buildUrl(
  arn: AwsArn,
  id: string,
  options: AwsConsoleAccess,
): string {
  return pageUrl(arn, ['build', id], options);
}

/** The page of a test or coverage report. */
export function reportUrl(
  arn: AwsArn,
  reportArn: string,
  options: AwsConsoleAccess,
): string {
  const report = encodeURIComponent(reportArn);
  return link(arn, `testReports/reports/${report}`, options);
}

function pageUrl(
  arn: AwsArn,
  rest: string[],
  options: AwsConsoleAccess,
): string {
  const path = ['projects', arn.resource, ...rest].map(encodeURIComponent);
  return link(arn, `${arn.accountId}/${path.join('/')}`, options);
}

function link(arn: AwsArn, path: string, options: AwsConsoleAccess): string {
  const { partition, region } = arn;
  const host = `${region}.${CONSOLES[partition] ?? 'console.aws.amazon.com'}`;
  const url = `https://${host}/codesuite/codebuild/${path}?region=${region}`;
  return consoleLink(arn, url, options);
}
