import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import type { Knex } from 'knex';

import { buildsPlugin } from '../plugin';
import { ACCOUNT, arnOf } from './CodeBuildStub';

type Features = Parameters<typeof startTestBackend>[0]['features'];

export interface StartBuildsOptions {
  /** Address of AWS. */
  aws: string;
  /** Address of the forge. */
  github?: string;
  entities: ReturnType<typeof component>[];
  credentials?: { accessKeyId: string; secretAccessKey: string };
  /** To go on with what an earlier backend kept. */
  knex?: Knex;
  config?: Record<string, any>;
  features?: Features;
}

/** What the simulated AWS takes, and the stub as well. */
const SIMULATED = {
  accessKeyId: 'SIMULATORACCESSKEY',
  secretAccessKey: 'simulator-secret',
};

/** A component with annotations. */
export const component = (
  name: string,
  annotations: Record<string, string> = {},
) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name, namespace: 'default', annotations },
});

/** A component with CodeBuild projects. */
export const built = (name: string, ...projects: string[]) =>
  component(name, {
    'aws.amazon.com/aws-codebuild-project-arn': projects.map(arnOf).join(','),
  });

/** The path of the builds of a component. */
export const buildsOf = (name: string) =>
  `/api/builds/v1/entities/component/default/${name}/builds`;

/** The plugin alone, on the addresses given. */
export async function startBuilds(options: StartBuildsOptions) {
  const { aws, github, entities, knex, config, features = [] } = options;
  const { credentials = SIMULATED } = options;
  const { server } = await startTestBackend({
    features: [
      buildsPlugin,
      mockServices.rootConfig.factory({
        data: {
          builds: { codebuild: { endpoint: aws } },
          // Backends live until the test file ends: one must not ask what another counts.
          observe: { watchSeconds: 0.001 },
          aws: {
            locator: { resourceTaggingApi: { endpoint: aws } },
            accounts: [
              {
                accountId: ACCOUNT,
                ...credentials,
              },
            ],
          },
          ...(github && {
            integrations: {
              github: [
                {
                  host: new URL(github).host,
                  apiBaseUrl: `${github}/api/v3`,
                  token: 'shopstack-forge-token',
                },
              ],
            },
          }),
          ...config,
        },
      }),
      catalogServiceMock.factory({ entities }),
      ...(knex ? [mockServices.database.factory({ knex })] : []),
      ...features,
    ],
  });
  return server;
}
