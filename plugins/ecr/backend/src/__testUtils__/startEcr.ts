import {
  coreServices,
  createBackendPlugin,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import type { Observed } from '@shopstack/plugin-kit-common';
import type { Workload } from '@shopstack/plugin-workloads-common';
import createPromiseRouter from 'express-promise-router';
import type { Knex } from 'knex';
import { ecrPlugin } from '../plugin';
import { ACCOUNT } from './EcrStub';

type Features = Parameters<typeof startTestBackend>[0]['features'];

export interface StartEcrOptions {
  /** Address of AWS. */
  aws: string;
  entities: ReturnType<typeof component>[];
  /** What the workloads backend answers; without it the portal has none. */
  fleet?: () => Observed<Workload>;
  /** To go on with what an earlier backend kept. */
  knex?: Knex;
  config?: Record<string, any>;
  features?: Features;
}

/** A component with annotations. */
export const component = (
  name: string,
  annotations: Record<string, string> = {},
  rest: { owner?: string; title?: string } = {},
) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name, namespace: 'default', title: rest.title, annotations },
  relations: rest.owner
    ? [{ type: 'ownedBy', targetRef: rest.owner }]
    : undefined,
});

/** A component with repositories. */
export const stored = (name: string, ...arns: string[]) =>
  component(name, { 'aws.amazon.com/amazon-ecr-arn': arns.join(', ') });

/** The path of a route of a component. */
export const pathOf = (name: string, route: string) =>
  `/api/ecr/v1/entities/component/default/${name}/${route}`;

/** One workload that runs an image. */
export const runs = (
  environment: string,
  image: string,
  digest: string,
): Workload => ({
  cluster: 'shopstack',
  namespace: `cart-${environment}`,
  kind: 'Deployment',
  name: 'cart',
  service: 'cart',
  environment,
  basis: 'known',
  desired: 1,
  ready: 1,
  restarts: 0,
  images: [{ container: 'cart', image, digest, pods: 1 }],
  events: [],
});

/** The plugin alone, on the address given; `collect` makes a pass of the collector. */
export async function startEcr(options: StartEcrOptions) {
  const { aws, entities, fleet, knex, config = {}, features = [] } = options;
  const scheduler = mockServices.scheduler();
  const { server } = await startTestBackend({
    features: [
      ecrPlugin,
      createServiceFactory({
        service: coreServices.scheduler,
        deps: {},
        factory: async () => scheduler,
      }),
      mockServices.rootConfig.factory({
        data: {
          ...config,
          ecr: { endpoint: aws, ratePerSecond: 1_000, ...config.ecr },
          aws: {
            accounts: [
              {
                accountId: ACCOUNT,
                accessKeyId: 'SIMULATORACCESSKEY',
                secretAccessKey: 'simulator-secret',
              },
            ],
            locator: { resourceTaggingApi: { endpoint: aws } },
            ...config.aws,
          },
        },
      }),
      catalogServiceMock.factory({ entities }),
      ...(fleet ? [workloadsPlugin(fleet)] : []),
      ...(knex ? [mockServices.database.factory({ knex })] : []),
      ...features,
    ],
  });
  return { server, collect: () => scheduler.triggerTask('collect-scans') };
}

/** In place of the workloads backend. */
function workloadsPlugin(fleet: () => Observed<Workload>) {
  return createBackendPlugin({
    pluginId: 'workloads',
    register(env) {
      env.registerInit({
        deps: {
          httpAuth: coreServices.httpAuth,
          httpRouter: coreServices.httpRouter,
        },
        async init({ httpAuth, httpRouter }) {
          const router = createPromiseRouter();
          router.get('/v1/workloads', async (request, response) => {
            await httpAuth.credentials(request, { allow: ['service'] });
            response.json(fleet());
          });
          httpRouter.use(router);
        },
      });
    },
  });
}
