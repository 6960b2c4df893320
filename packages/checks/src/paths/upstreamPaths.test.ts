import type { Server } from 'node:http';
import {
  createServiceFactory,
  type BackendFeature,
} from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  HttpStub,
  recordFigure,
  type StubReply,
  type StubRequest,
} from '@shopstack/plugin-kit-node/testUtils';
import fc from 'fast-check';
import request from 'supertest';
import { CART_PATH, cart } from '../testing/entities';
import { OutgoingHosts } from '../testing/outgoingHosts';
import { callers } from '../testing/people';
import { portalBackends } from '../testing/portalBackends';
import { portalConfig } from '../testing/portalConfig';
import { annotationsFrom, hostileAnnotations } from './annotationsOf';
import { problemOf } from './expectedRequests';
import { writtenNames } from './hostileText';

jest.setTimeout(600_000);

/** The least number of names that must have been tried. */
const NAMES = 50_000;

/** Fixed, so that a run is like the next; the shrunken counterexample of a failure is printed with its path. */
const SEED = 20_261_121;

const READS = [
  '/api/ecr/v1',
  '/api/builds/v1',
  '/api/argocd/v1',
  '/api/workloads/v1',
  '/api/operations/v1',
  '/api/slo/v1',
].map(base => base.replace('/v1', CART_PATH));
const PAGES = [
  'images',
  'builds',
  'applications',
  'workloads',
  'secrets',
  'slos',
];

/** Answers that have nothing in them, so that nothing is asked twice. */
function nothing({ path, headers }: StubRequest): StubReply {
  const operation = String(headers['x-amz-target'] ?? '')
    .split('.')
    .at(-1);
  const lists: Record<string, object> = {
    DescribeImages: { imageDetails: [] },
    ListBuildsForProject: { ids: [] },
    BatchGetProjects: { projects: [], projectsNotFound: [] },
    BatchGetBuilds: { builds: [], buildsNotFound: [] },
    GetResources: { ResourceTagMappingList: [] },
    ListSecrets: { SecretList: [] },
  };
  if (operation && lists[operation]) {
    return {
      headers: { 'content-type': 'application/x-amz-json-1.1' },
      body: lists[operation],
    };
  }
  if (/^\/api\/v1\/query/.test(path)) {
    return {
      body: { status: 'success', data: { resultType: 'vector', result: [] } },
    };
  }
  if (/^\/api\/v2\//.test(path)) {
    return { body: [] };
  }
  if (path.includes('/actions/')) {
    return { body: { total_count: 0, workflow_runs: [] } };
  }
  return /^\/api\/v1\/applications(\?|$)/.test(path) || path.startsWith('/apis')
    ? { body: { items: [], metadata: { resourceVersion: '1' } } }
    : { status: 404 };
}

describe('requests to upstreams', () => {
  let upstream: HttpStub;
  let server: Server;
  let annotations: Record<string, string> = {};
  let tried = 0;
  /** A repository on the forge of the portal. */
  const forge = () => `${upstream.url}/shopstack/apps-sre/tree/main`;

  beforeAll(async () => {
    // Where the SDK looks for credentials of its own accord is not what an entity leads it to.
    process.env.AWS_EC2_METADATA_DISABLED = 'true';
    upstream = await HttpStub.start();
    upstream.reply = nothing;
    const { url } = upstream;
    const catalog = catalogServiceMock({ entities: [cart] });
    const config = portalConfig({
      github: url,
      ecr: url,
      codebuild: url,
      secrets: url,
      argocd: url,
      kubernetes: url,
      prometheus: url,
      alertmanager: url,
    });
    const unhurried = { maxAgeSeconds: 3_600, ratePerSecond: 1e6, burst: 1e6 };
    Object.assign(config.ecr as object, unhurried);
    Object.assign(config.argocd as object, unhurried);
    Object.assign(config.builds as object, { maxAgeSeconds: 3_600 });
    const { codebuild } = config.builds as { codebuild: object };
    Object.assign(codebuild, unhurried);
    const backend = await startTestBackend({
      features: [
        mockServices.rootConfig.factory({ data: config }),
        mockServices.scheduler.factory({ skipTaskRunOnStartup: true }),
        createServiceFactory({
          service: catalogServiceRef,
          deps: {},
          factory: () => ({
            ...catalog,
            getEntityByRef: async () => ({
              ...cart,
              metadata: {
                ...cart.metadata,
                annotations: {
                  ...annotations,
                  'backstage.io/source-location': `url:${forge()}/services/cart/`,
                },
              },
            }),
          }),
        }) as BackendFeature,
        ...Object.values(portalBackends),
      ],
    });
    server = backend.server as unknown as Server;
  });
  afterAll(() => {
    delete process.env.AWS_EC2_METADATA_DISABLED;
    return upstream.close();
  });

  const look = async () => {
    const statuses = await Promise.all(
      READS.map(async (base, index) => {
        const { status } = await request(server)
          .get(`${base}/${PAGES[index]}`)
          .set('Authorization', callers.service);
        return status;
      }),
    );
    const problems = upstream.requests.flatMap(seen => {
      const problem = problemOf(seen);
      return problem ? [{ problem, path: seen.path, body: seen.body }] : [];
    });
    upstream.requests.length = 0;
    return { statuses, problems };
  };

  it('stay on their paths whatever names an entity carries', async () => {
    const hosts = new OutgoingHosts();
    await fc.assert(
      fc.asyncProperty(hostileAnnotations, async hostile => {
        annotations = hostile.annotations;
        tried += hostile.names.length;
        const { statuses, problems } = await look();
        expect(problems).toEqual([]);
        // Something malformed is a 400 that names it, or a problem beside what could be read.
        expect(statuses.filter(status => ![200, 400].includes(status))).toEqual(
          [],
        );
      }),
      { numRuns: 620, seed: SEED, endOnFailure: true },
    );
    hosts.stop();
    const { host } = new URL(upstream.url);
    const foreign = [...hosts.seen].filter(
      each => each !== host && !/^(localhost|127\.0\.0\.1):/.test(each),
    );
    expect(foreign).toEqual([]);
    expect(tried).toBeGreaterThanOrEqual(NAMES);
  });

  it.each(writtenNames.map(name => [JSON.stringify(name).slice(0, 60), name]))(
    'stay on their paths for %s',
    async (_title, name) => {
      const arn = (service: string, type: string) =>
        `arn:aws:${service}:us-east-1:123456789012:${type}/${name}`;
      annotations = annotationsFrom({
        repositories: [arn('ecr', 'repository')],
        projects: [arn('codebuild', 'project')],
        applications: [name],
        tags: [`service=${name}`],
        selector: `shopstack.dev/service=${name}`,
        appNamespace: name,
        project: name,
        instance: 'shopstack',
        slug: `shopstack/${name}`,
        service: name,
        labels: `shopstack.dev/service=${name}`,
        objectives: [name],
        files: [`objectives/${name}`, `${forge()}/slo/${name}`],
        prometheus: 'shopstack',
      }).annotations;
      tried += 1;
      expect((await look()).problems).toEqual([]);
    },
  );

  it('has tried as many names as it says', () => {
    recordFigure('Names tried by the property test of upstream paths', tried);
    expect(tried).toBeGreaterThan(NAMES);
  });
});
