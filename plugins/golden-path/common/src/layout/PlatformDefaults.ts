/** Where everything lives when the repositories do not say it themselves. */
export interface PlatformDefaults {
  /** Address of the forge, without a slash at the end. */
  forgeUrl: string;
  /** Owners of the repositories on the forge; learnt from the GitOps repository when absent. */
  owners?: { apps: string; gitops: string; infra: string };
  repositories: { apps: string; gitops: string; infra: string };
  aws: { account: string; region: string };
}

/** What the demo organisation and the command line start from. */
export const PLATFORM_DEFAULTS: PlatformDefaults = {
  forgeUrl: 'https://github.com',
  repositories: {
    apps: 'apps-sre',
    gitops: 'cluster-gitops',
    infra: 'infra-terraform',
  },
  aws: { account: '123456789012', region: 'us-east-1' },
};

/** Address of an image registry of Amazon ECR. */
export function registryOf(aws: { account: string; region: string }): string {
  return `${aws.account}.dkr.ecr.${aws.region}.amazonaws.com`;
}
