import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  CloudWatchLogsClient,
  CreateLogGroupCommand,
  CreateLogStreamCommand,
  PutLogEventsCommand,
} from '@aws-sdk/client-cloudwatch-logs';
import {
  CodeBuildClient,
  CreateProjectCommand,
} from '@aws-sdk/client-codebuild';
import { mockServices } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import type { Build, BuildPage } from '@shopstack/plugin-builds-common';
import { parseAwsArn } from '@shopstack/plugin-kit-node';
import { startSimulators } from '@shopstack/simulators';
import { RealMoto } from '@shopstack/simulators/testing';
import request from 'supertest';
import { arnOf } from './__testUtils__/CodeBuildStub';
import { startReadableMoto } from './__testUtils__/readableMoto';
import { built, buildsOf, startBuilds } from './__testUtils__/startBuilds';
import { LogClient } from './upstream/codebuild/LogClient';

/**
 * What moto 5.2 does not have, and is therefore held to the simulator, the SDK's types and the API reference only:
 * RetryBuild and reports, idempotency tokens (it starts a second build), pages of ListBuildsForProject and their order
 * (oldest first), buildsNotFound, `buildComplete`, numbers in order, exported variables, and the place of a build's log.
 * Its dates are text, which the SDK does not read: `startReadableMoto` writes them as AWS does.
 */
interface Place {
  url: string;
  credentials: { accessKeyId: string; secretAccessKey: string };
  createProject(name: string): Promise<void>;
  writeLog(group: string, stream: string, lines: string[]): Promise<void>;
  stop(): Promise<void>;
}

async function startMoto(): Promise<Place> {
  const moto = await RealMoto.start();
  const readable = await startReadableMoto(moto.url);
  const settings = {
    endpoint: moto.url,
    region: 'us-east-1',
    credentials: moto.credentials,
  };
  const codebuild = new CodeBuildClient(settings);
  const logs = new CloudWatchLogsClient(settings);
  return {
    url: readable.url,
    credentials: moto.credentials,
    async stop() {
      await readable.close();
      await moto.stop();
    },
    async createProject(name) {
      await codebuild.send(
        new CreateProjectCommand({
          name,
          source: { type: 'GITHUB', location: 'https://github.com/x/y.git' },
          artifacts: { type: 'NO_ARTIFACTS' },
          environment: {
            type: 'LINUX_CONTAINER',
            image: 'aws/codebuild/standard:7.0',
            computeType: 'BUILD_GENERAL1_SMALL',
          },
          serviceRole: 'arn:aws:iam::123456789012:role/build',
        }),
      );
    },
    async writeLog(logGroupName, logStreamName, lines) {
      const stream = { logGroupName, logStreamName };
      await logs.send(new CreateLogGroupCommand({ logGroupName }));
      await logs.send(new CreateLogStreamCommand(stream));
      const timestamp = Date.now() - 1_000;
      const logEvents = lines.map(message => ({ timestamp, message }));
      await logs.send(new PutLogEventsCommand({ ...stream, logEvents }));
    },
  };
}

async function startSimulatedAws(): Promise<Place> {
  const stateDirectory = mkdtempSync(join(tmpdir(), 'builds-aws-'));
  const simulators = await startSimulators({
    stateDirectory,
    only: ['aws'],
  });
  const { store } = simulators.world;
  return {
    url: simulators.addresses.aws,
    credentials: {
      accessKeyId: 'SIMULATORACCESSKEY',
      secretAccessKey: 'simulator-secret',
    },
    async stop() {
      await simulators.stop();
      rmSync(stateDirectory, { recursive: true, force: true });
    },
    async createProject(name) {
      store.put('codebuild-project', name, {
        name,
        arn: arnOf(name),
        repository: 'apps-sre',
        buildspec: 'buildspec.yml',
        environmentVariables: [],
        tags: {},
      });
    },
    async writeLog(group, name, lines) {
      const timestamp = Date.now() - 1_000;
      store.put('log-stream', `${group}:${name}`, {
        ...{ group, name },
        events: lines.map(message => ({ timestamp, message })),
      });
    },
  };
}

const places: [string, () => Promise<Place>][] = [
  ['the simulated AWS', startSimulatedAws],
];
if (RealMoto.isInstalled()) {
  places.push(['moto', startMoto]);
}

/** The same content in both, asked in the same way: what our backend answers must not tell one from the other. */
describe.each(places)('our answers on %s', (_name, startPlace) => {
  let place: Place;
  let server: Awaited<ReturnType<typeof startBuilds>>;

  beforeAll(async () => {
    place = await startPlace();
    await place.createProject('shopstack-cart');
    await place.createProject('shopstack-idle');
  });
  beforeEach(async () => {
    server = await startBuilds({
      aws: place.url,
      credentials: place.credentials,
      entities: [
        built('cart', 'shopstack-cart', 'shopstack-idle'),
        built('gone', 'shopstack-gone'),
      ],
      features: [
        mockServices.permissions.factory({ result: AuthorizeResult.ALLOW }),
      ],
    });
  });
  afterAll(() => place?.stop());

  const list = async (name = 'cart') => {
    const { status, body } = await request(server).get(buildsOf(name));
    expect(status).toBe(200);
    return body as BuildPage;
  };
  const start = async (idempotencyKey: string) => {
    const { projects } = await list();
    const { status, body } = await request(server).post(buildsOf('cart')).send({
      projectKey: projects[0].key,
      sourceVersion: 'main',
      idempotencyKey,
    });
    expect(status).toBe(201);
    return body as Build;
  };

  it('knows projects that were never built', async () => {
    const { items, sources, projects, nextCursor } = await list();
    expect(items).toEqual([]);
    expect(nextCursor).toBeUndefined();
    expect(sources.map(({ state }) => state)).toEqual(['ok', 'ok']);
    expect(projects.map(({ name, actions }) => [name, actions])).toEqual([
      ['shopstack-cart', ['start', 'retry', 'stop']],
      ['shopstack-idle', ['start', 'retry', 'stop']],
    ]);
  });

  it('starts builds, lists, opens and stops them', async () => {
    const build = await start('contract-1');
    expect(build).toMatchObject({
      executor: 'aws-codebuild',
      project: 'shopstack-cart',
      branch: 'main',
      id: expect.stringMatching(/^shopstack-cart:[0-9a-f-]{36}$/),
      number: expect.any(Number),
      startedAt: expect.any(String),
    });
    expect(build.phases[0]).toMatchObject({ name: 'SUBMITTED' });
    expect(['queued', 'in-progress']).toContain(build.status);

    const path = `${buildsOf('cart')}/aws-codebuild/${encodeURIComponent(build.id)}`;
    const stopped = await request(server).post(`${path}/stop`).send({});
    expect(stopped.status).toBe(200);
    expect(['stopped', 'succeeded']).toContain(stopped.body.status);
    const other = await start('contract-2');
    const { items, total } = await list();
    expect(items.map(({ id }) => id).sort()).toEqual(
      [build.id, other.id].sort(),
    );
    expect(total).toBe(2);
    const details = await request(server).get(path);
    expect(details.body.items).toEqual([
      expect.objectContaining({
        build: expect.objectContaining({
          id: build.id,
          phases: expect.any(Array),
        }),
        reports: [],
        variables: [],
      }),
    ]);
  });

  it('knows no build that is not there', async () => {
    const id = 'shopstack-cart:00000000-0000-4000-8000-000000000000';
    const { status } = await request(server).get(
      `${buildsOf('cart')}/aws-codebuild/${encodeURIComponent(id)}`,
    );
    expect(status).toBe(404);
  });

  it('reads a log to its end', async () => {
    const lines = ['one', '\u001b[31mtwo\u001b[0m', 'three\nfour'];
    await place.writeLog('/aws/codebuild/shopstack-cart', 'stream', lines);
    const client = new LogClient({
      credentials: {
        getCredentialProvider: async () => ({
          sdkCredentialProvider: async () => place.credentials,
        }),
      },
      endpoint: place.url,
      timeoutMs: 20_000,
      concurrency: 2,
    });
    const of = (stream: string) => ({
      project: parseAwsArn(arnOf('shopstack-cart'), {
        service: 'codebuild',
        resourceType: 'project',
      }),
      group: '/aws/codebuild/shopstack-cart',
      stream,
    });
    const first = await client.read(of('stream'), '');
    expect(first!.lines.map(({ text }) => text)).toEqual([
      ...['one', '\u001b[31mtwo\u001b[0m', 'three', 'four'],
    ]);
    const end = await client.read(of('stream'), first!.next);
    expect(end).toEqual({ lines: [], next: first!.next, atEnd: true });
    expect(
      (await client.tail(of('stream'), 2)).map(({ text }) => text),
    ).toEqual(['three', 'four']);
    expect(await client.read(of('absent'), '')).toBeUndefined();
  });
});
