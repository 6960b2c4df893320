import { ACCOUNT, CART_PATH } from '../testing/entities';

/**
 * Who may use a route:
 * - `everybody` who is signed in, and services;
 * - the `owner` of the entity and the platform team, and no service: acting needs a person;
 * - other `backends` of the portal alone.
 */
export type Access = 'everybody' | 'owner' | 'backends';

export interface RouteRow {
  plugin: string;
  method: 'GET' | 'POST';
  /** As the router has it. */
  path: string;
  access: Access;
  /** A request that is right in everything but, perhaps, who makes it: path below `/api/<plugin>`, and body. */
  example: { path: string; body?: object };
}

const ENTITY = '/v1/entities/:kind/:namespace/:name';
const DIGEST = `sha256:${'0'.repeat(64)}`;
const image = new URLSearchParams({
  repositoryArn: `arn:aws:ecr:us-east-1:${ACCOUNT}:repository/shopstack-cart`,
  digest: DIGEST,
});
const BUILD = '/builds/:executor/:id';
const build = `/builds/aws-codebuild/${encodeURIComponent('shopstack-cart:0d0ad1f6-1ba9-4d3c-9d5e-3e5b7b1f0c11')}`;
const APPLICATION = '/applications/:instance/:appNamespace/:appName';
const application = '/applications/shopstack/argocd/cart-dev';
const SLO = '/slos/:instance/:id';
const objective = '/slos/shopstack/cart-availability';

const of =
  (plugin: string) =>
  (
    method: RouteRow['method'],
    access: Access,
    path: string,
    example: string = path.replace(ENTITY, CART_PATH),
    body?: object,
  ): RouteRow => ({
    plugin,
    method,
    path,
    access,
    example: { path: example, body },
  });

const argocd = of('argocd');
const builds = of('builds');
const delivery = of('delivery');
const ecr = of('ecr');
const goldenPath = of('golden-path');
const operations = of('operations');
const slo = of('slo');
const workloads = of('workloads');

/** Every route of our backends. One that is served and does not stand here fails the check. */
export const ROUTE_TABLE: readonly RouteRow[] = [
  argocd('GET', 'everybody', `${ENTITY}/applications`),
  argocd('GET', 'everybody', '/v1/applications'),
  ...(['refresh', 'sync'] as const).map(action =>
    argocd(
      'POST',
      'owner',
      `${ENTITY}${APPLICATION}/${action}`,
      `${CART_PATH}${application}/${action}`,
      {},
    ),
  ),

  builds('GET', 'everybody', `${ENTITY}/builds`),
  builds('POST', 'owner', `${ENTITY}/builds`, `${CART_PATH}/builds`, {
    projectKey: `codebuild:arn:aws:codebuild:us-east-1:${ACCOUNT}:project/shopstack-cart`,
    idempotencyKey: '6f9619ff-8b86-4d01-b42d-00cf4fc964ff',
  }),
  ...['', '/log', '/log.txt'].map(part =>
    builds(
      'GET',
      'everybody',
      `${ENTITY}${BUILD}${part}`,
      `${CART_PATH}${build}${part}`,
    ),
  ),
  builds(
    'POST',
    'owner',
    `${ENTITY}${BUILD}/retry`,
    `${CART_PATH}${build}/retry`,
    { idempotencyKey: '6f9619ff-8b86-4d01-b42d-00cf4fc964fe' },
  ),
  builds(
    'POST',
    'owner',
    `${ENTITY}${BUILD}/stop`,
    `${CART_PATH}${build}/stop`,
    {},
  ),

  delivery('GET', 'everybody', `${ENTITY}/strip`),
  delivery('GET', 'everybody', '/v1/services'),
  delivery('GET', 'everybody', '/v1/activity'),

  ecr('GET', 'everybody', `${ENTITY}/images`),
  ecr('GET', 'everybody', `${ENTITY}/image`, `${CART_PATH}/image?${image}`),
  ecr(
    'GET',
    'everybody',
    `${ENTITY}/findings`,
    `${CART_PATH}/findings?${image}`,
  ),
  ecr('GET', 'everybody', '/v1/service-scans'),

  goldenPath('POST', 'everybody', '/v1/plans', '/v1/plans', {
    template: 'create-service',
    values: {},
  }),
  goldenPath('GET', 'everybody', '/v1/names/:name', '/v1/names/orders'),

  operations('GET', 'everybody', `${ENTITY}/links`),
  operations('GET', 'everybody', `${ENTITY}/secrets`),

  slo('GET', 'everybody', '/v1/slos'),
  slo('GET', 'everybody', `${ENTITY}/slos`),
  slo('GET', 'everybody', `${ENTITY}${SLO}`, `${CART_PATH}${objective}`),
  slo(
    'GET',
    'everybody',
    `${ENTITY}${SLO}/charts/:chart`,
    `${CART_PATH}${objective}/charts/budget?last=1d`,
  ),
  slo(
    'GET',
    'everybody',
    `${ENTITY}${SLO}/deployments`,
    `${CART_PATH}${objective}/deployments?last=30d`,
  ),

  workloads('GET', 'everybody', `${ENTITY}/workloads`),
  workloads('GET', 'backends', '/v1/workloads'),
];
