/** The one fictional account and region of the demo organisation. */
export const ACCOUNT_ID = '123456789012';
export const REGION = 'us-east-1';
export const REGISTRY = `${ACCOUNT_ID}.dkr.ecr.${REGION}.amazonaws.com`;

export const ACCESS_KEY_ID = 'SIMULATORACCESSKEY';
export const SECRET_ACCESS_KEY = 'simulator-secret';

/** An ARN of the account; IAM is global, so its ARNs name no region. */
export function arnOf(service: string, resource: string): string {
  const region = service === 'iam' || service === 'sts' ? '' : REGION;
  return `arn:aws:${service}:${region}:${ACCOUNT_ID}:${resource}`;
}
