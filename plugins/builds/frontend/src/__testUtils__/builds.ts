import type {
  Build,
  BuildDetails,
  BuildPage,
  BuildProject,
} from '@shopstack/plugin-builds-common';
import type { SourceStatus } from '@shopstack/plugin-kit-common';

export const entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name: 'orders',
    namespace: 'default',
    annotations: {
      'aws.amazon.com/amazon-ecr-arn':
        'arn:aws:ecr:eu-central-1:123456789012:repository/shopstack-orders',
    },
  },
};

export const ENTITY_REF = 'component:default/orders';

export const COMMIT = '4f2a9c1'.padEnd(40, '0');

export const WHOLE: SourceStatus[] = [{ source: 'aws-codebuild', state: 'ok' }];

export const project = (part: Partial<BuildProject> = {}): BuildProject => ({
  key: 'codebuild-orders',
  executor: 'aws-codebuild',
  name: 'shopstack-orders',
  url: 'https://console.example/codebuild/shopstack-orders',
  medianSeconds: 100,
  defaultBranch: 'main',
  actions: ['start', 'retry', 'stop'],
  ...part,
});

/** A build that failed. */
export const build = (part: Partial<Build> = {}): Build => ({
  id: 'shopstack-orders:1f2e',
  executor: 'aws-codebuild',
  projectKey: 'codebuild-orders',
  project: 'shopstack-orders',
  number: 812,
  status: 'failed',
  branch: 'main',
  commit: COMMIT,
  commitUrl: 'https://forge.example/commit/4f2a9c1',
  commitMessage: 'Round prices half-up',
  initiator: 'GitHubActions/shopstack-github-actions',
  trigger: 'push',
  startedAt: new Date(Date.now() - 180_000).toISOString(),
  durationSeconds: 112,
  phases: [
    { name: 'INSTALL', status: 'succeeded', durationSeconds: 12 },
    {
      name: 'BUILD',
      status: 'failed',
      durationSeconds: 100,
      message: 'npm test: exit status 1',
    },
  ],
  url: 'https://console.example/codebuild/812',
  ...part,
});

export const page = (
  items: Build[],
  part: Partial<BuildPage> = {},
): BuildPage => ({
  items,
  total: items.length,
  projects: [project()],
  sources: WHOLE,
  ...part,
});

export const details = (part: Partial<BuildDetails> = {}): BuildDetails => ({
  build: build(),
  reports: [],
  variables: [],
  log: { kind: 'none' },
  ...part,
});
