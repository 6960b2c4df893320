import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { mockServices } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import type {
  Build,
  BuildDetails,
  BuildPage,
} from '@shopstack/plugin-builds-common';
import type { Observed } from '@shopstack/plugin-kit-common';
import { openApiDocument } from '@shopstack/plugin-kit-node/testUtils';
import { type RunningSimulators, startSimulators } from '@shopstack/simulators';
import request from 'supertest';
import {
  built,
  buildsOf,
  component,
  startBuilds,
} from './__testUtils__/startBuilds';
import { createRouter } from './router';

const document = openApiDocument(resolve(__dirname, '../openapi.yaml'));
const BUILDS = '/v1/entities/:kind/:namespace/:name/builds';
const BUILD = `${BUILDS}/:executor/:id`;

const cart = component('cart', {
  ...built('cart', 'shopstack-cart').metadata.annotations,
  'github.com/project-slug': 'shopstack/apps-sre',
  'shopstack.dev/service': 'cart',
});
const tagged = component('tagged', {
  'aws.amazon.com/aws-codebuild-project-tags': 'Service=cart',
});

const pathOf = ({ executor, id }: Build) =>
  `${buildsOf('cart')}/${executor}/${encodeURIComponent(id)}`;

describe('builds backend on the simulators', () => {
  const state = mkdtempSync(join(tmpdir(), 'builds-'));
  let simulators: RunningSimulators;

  beforeAll(async () => {
    simulators = await startSimulators({
      stateDirectory: state,
      examples: resolve(__dirname, '../../../../examples'),
      only: ['aws'],
    });
  });
  afterEach(() => simulators.world.weather.set('github', { kind: 'clear' }));
  afterAll(async () => {
    await simulators.stop();
    rmSync(state, { recursive: true, force: true });
  });

  const start = () =>
    startBuilds({
      aws: simulators.addresses.aws,
      github: simulators.addresses.github,
      entities: [cart, tagged],
      features: [
        mockServices.permissions.factory({ result: AuthorizeResult.ALLOW }),
      ],
    });
  type Server = Awaited<ReturnType<typeof start>>;

  /** Every answer is as its document says. */
  const get = async <T>(server: Server, template: string, path: string) => {
    const { status, body } = await request(server).get(path);
    document.assertAnswers('get', template, status, body);
    expect(status).toBe(200);
    return body as T;
  };
  const list = (server: Server, query = '') =>
    get<BuildPage>(server, BUILDS, `${buildsOf('cart')}${query}`);
  const details = async (server: Server, build: Build) =>
    (await get<Observed<BuildDetails>>(server, BUILD, pathOf(build))).items[0];
  const post = async (
    server: Server,
    template: string,
    path: string,
    body: object,
  ) => {
    const response = await request(server).post(path).send(body);
    document.assertAnswers('post', template, response.status, response.body);
    return response;
  };

  it('documents every route', () => {
    const router = createRouter({} as Parameters<typeof createRouter>[0]);
    expect(() => document.assertCovers(router)).not.toThrow();
  });

  it('reads a run and the build that it started, for the same commit', async () => {
    const { items, sources, projects } = await list(await start());
    expect(sources.map(source => source.state)).toEqual(['ok', 'ok']);
    const newest = (executor: Build['executor']) =>
      items.find(build => build.executor === executor && build.finishedAt);
    const build = newest('aws-codebuild');
    const run = newest('github-actions');
    expect(build).toMatchObject({
      project: 'shopstack-cart',
      status: 'succeeded',
      imageDigest: expect.stringMatching(/^sha256:/),
      imageUri: expect.stringContaining(`shopstack-cart:${build?.commit}`),
    });
    expect(build?.phases.map(phase => phase.name)).toContain('BUILD');
    expect(run).toMatchObject({
      project: 'cart',
      status: 'succeeded',
      commit: build?.commit,
      trigger: 'push',
    });
    expect(run?.phases.map(phase => phase.name)).toEqual([
      'test',
      'build',
      'bump',
    ]);
    expect(projects).toEqual([
      expect.objectContaining({ actions: ['start', 'retry', 'stop'] }),
      expect.objectContaining({
        actions: ['retry', 'stop'],
        defaultBranch: 'main',
      }),
    ]);
  });

  it('reads on at one executor while the other is out', async () => {
    simulators.world.weather.set('github', { kind: 'down' });
    const { items, sources } = await list(await start());
    expect(new Set(items.map(build => build.executor))).toEqual(
      new Set(['aws-codebuild']),
    );
    expect(sources[1]).toMatchObject({
      source: 'github-actions',
      state: 'unavailable',
      reason: expect.stringMatching(
        /^GitHub (cannot be reached|failed several)/,
      ),
    });
  });

  it('opens a build with its reports, and a run with its log', async () => {
    const server = await start();
    const { items } = await list(server);
    const build = items.find(({ executor }) => executor === 'aws-codebuild')!;
    const opened = await details(server, build);
    expect(opened.reports).toEqual([
      expect.objectContaining({ kind: 'test', status: 'succeeded' }),
      expect.objectContaining({
        kind: 'coverage',
        coverage: expect.objectContaining({ linePercent: expect.any(Number) }),
      }),
    ]);
    expect(opened.variables.map(({ name }) => name)).toEqual([
      'IMAGE_URI',
      'IMAGE_DIGEST',
    ]);
    expect(opened.log).toMatchObject({ kind: 'stream' });

    const run = items.find(({ executor }) => executor === 'github-actions')!;
    const log = await request(server).get(`${pathOf(run)}/log.txt`);
    expect(log.text).toContain('--- test: success ---\n##[group]Set up job\n');
    const first = await get<{ lines: unknown[] }>(
      server,
      `${BUILD}/log`,
      `${pathOf(run)}/log`,
    );
    expect(first.lines.length).toBeGreaterThan(3);
  });

  it('tells why the build that failed did', async () => {
    const server = await startBuilds({
      aws: simulators.addresses.aws,
      entities: [
        built(
          'cart',
          ...['payment', 'order', 'web-storefront', 'catalog', 'search']
            .concat('inventory', 'user', 'notification', 'api-gateway')
            .map(name => `shopstack-${name}`),
        ),
      ],
      features: [
        mockServices.permissions.factory({ result: AuthorizeResult.ALLOW }),
      ],
    });
    const { items } = await list(server, '?status=failed');
    const [failed] = items;
    expect(failed.phases).toContainEqual(
      expect.objectContaining({
        name: 'BUILD',
        status: 'failed',
        message: expect.stringContaining('exit status 1'),
      }),
    );
    const { reports } = await details(server, failed);
    expect(reports[0]).toMatchObject({
      status: 'failed',
      failedCases: [{ message: expect.stringContaining('Expected') }],
    });
    const { body } = await request(server).get(`${pathOf(failed)}/log`);
    const text = body.lines.map((line: { text: string }) => line.text).join();
    expect(text).toContain('\u001b[31m#');
  });

  it('starts a build whose log grows, stops it, and runs it again', async () => {
    const server = await start();
    const { projects } = await list(server);
    const started = await post(server, BUILDS, buildsOf('cart'), {
      projectKey: projects[0].key,
      sourceVersion: 'main',
      idempotencyKey: 'simulators-1',
    });
    expect(started.status).toBe(201);
    const build = started.body as Build;
    expect((await list(server)).items[0].id).toBe(build.id);

    let cursor = '';
    let lines = 0;
    let reads = 0;
    while (lines === 0) {
      const log = await get<{ lines: unknown[]; nextCursor?: string }>(
        server,
        `${BUILD}/log`,
        `${pathOf(build)}/log${cursor}`,
      );
      lines += log.lines.length;
      cursor = log.nextCursor ? `?cursor=${log.nextCursor}` : '';
      reads += 1;
    }
    expect(reads).toBeGreaterThan(1);
    const stopped = await post(
      server,
      `${BUILD}/stop`,
      `${pathOf(build)}/stop`,
      {},
    );
    expect(stopped.body.status).toBe('stopped');
    expect((await list(server)).items[0].status).toBe('stopped');
    const again = await post(
      server,
      `${BUILD}/retry`,
      `${pathOf(build)}/retry`,
      { idempotencyKey: 'simulators-2' },
    );
    expect(again.body).toMatchObject({ number: build.number! + 1 });
    await post(server, `${BUILD}/stop`, `${pathOf(again.body)}/stop`, {});
  });

  it('runs a run again, and cancels it', async () => {
    const server = await start();
    const { items } = await list(server);
    const run = items.find(({ executor }) => executor === 'github-actions')!;
    const again = await post(server, `${BUILD}/retry`, `${pathOf(run)}/retry`, {
      idempotencyKey: 'simulators-3',
    });
    expect(again.body).toMatchObject({ id: run.id });
    expect(['queued', 'in-progress']).toContain(again.body.status);
    const stopped = await post(
      server,
      `${BUILD}/stop`,
      `${pathOf(run)}/stop`,
      {},
    );
    expect(stopped.body.status).toBe('stopped');
  });

  it('finds projects by their tags', async () => {
    const { store } = simulators.world;
    const project = store.get<object>('codebuild-project', 'shopstack-cart');
    store.put('codebuild-project', 'shopstack-cart', {
      ...project,
      tags: { Service: 'cart' },
    });
    const { sources, items } = await get<BuildPage>(
      await startBuilds({
        aws: simulators.addresses.aws,
        entities: [tagged],
        features: [
          mockServices.permissions.factory({ result: AuthorizeResult.ALLOW }),
        ],
      }),
      BUILDS,
      buildsOf('tagged'),
    );
    expect(sources).toContainEqual(
      expect.objectContaining({ source: 'aws-tags', state: 'ok' }),
    );
    expect(items[0].project).toBe('shopstack-cart');
  });
});
