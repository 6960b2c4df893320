import {
  CloudWatchLogsClient,
  FilterLogEventsCommand,
  GetLogEventsCommand,
} from '@aws-sdk/client-cloudwatch-logs';
import {
  BatchGetBuildsCommand,
  CodeBuildClient,
  ListBuildsForProjectCommand,
  RetryBuildCommand,
  StartBuildCommand,
  StopBuildCommand,
} from '@aws-sdk/client-codebuild';
import { DescribeRepositoriesCommand, ECRClient } from '@aws-sdk/client-ecr';
import { listen, type Listener } from '../http/listen';
import { createTestWorld } from '../world/createTestWorld';
import { ACCESS_KEY_ID, arnOf, SECRET_ACCESS_KEY } from './account';
import { createAwsSimulator } from './createAwsSimulator';
import { appendLog } from './logs/streams';
import type { Build, BuildProject, RegistryRepository } from './types';

const REPOSITORY = 'shopstack-order';
const CREATED = '2026-01-01T00:00:00.000Z';

describe('createAwsSimulator', () => {
  const world = createTestWorld();
  let listener: Listener;
  const clientOptions = () => ({
    endpoint: listener.url,
    region: 'us-east-1',
    maxAttempts: 1,
    credentials: {
      accessKeyId: ACCESS_KEY_ID,
      secretAccessKey: SECRET_ACCESS_KEY,
    },
  });

  beforeAll(async () => {
    listener = await listen(createAwsSimulator({ world }).app, 0);
    const repository: RegistryRepository = {
      name: REPOSITORY,
      arn: arnOf('ecr', `repository/${REPOSITORY}`),
      createdAt: CREATED,
      scanOnPush: true,
      tagMutability: 'IMMUTABLE',
      tags: {},
    };
    const project: BuildProject = {
      name: REPOSITORY,
      arn: arnOf('codebuild', `project/${REPOSITORY}`),
      description: '',
      createdAt: CREATED,
      updatedAt: CREATED,
      repository: 'apps-sre',
      buildspec: 'services/order/buildspec.yml',
      image: 'aws/codebuild/standard:7.0',
      computeType: 'BUILD_GENERAL1_SMALL',
      timeoutInMinutes: 15,
      roleArn: arnOf('iam', 'role/shopstack-codebuild'),
      environmentVariables: [],
      tags: {},
    };
    world.store.put('ecr-repository', REPOSITORY, repository);
    world.store.put('codebuild-project', REPOSITORY, project);
  });

  afterEach(() => world.weather.set('aws', { kind: 'clear' }));

  afterAll(async () => {
    await listener.close();
    await world.close();
  });

  describe('AWS CodeBuild', () => {
    it('starts, lists, stops and retries builds', async () => {
      const client = new CodeBuildClient(clientOptions());
      const start = (idempotencyToken: string) =>
        client.send(
          new StartBuildCommand({
            projectName: REPOSITORY,
            sourceVersion: 'main',
            idempotencyToken,
          }),
        );
      const first = (await start('one')).build!;
      expect(first).toMatchObject({
        buildNumber: 1,
        buildStatus: 'IN_PROGRESS',
        currentPhase: 'SUBMITTED',
        initiator: 'shopstack-portal',
      });
      expect((await start('one')).build?.id).toBe(first.id);
      const second = (await start('two')).build!;
      const { ids } = await client.send(
        new ListBuildsForProjectCommand({ projectName: REPOSITORY }),
      );
      expect(ids).toEqual([second.id, first.id]);

      await expect(
        client.send(new RetryBuildCommand({ id: first.id })),
      ).rejects.toMatchObject({ name: 'InvalidInputException' });
      const stopped = await client.send(
        new StopBuildCommand({ id: first.id! }),
      );
      expect(stopped.build).toMatchObject({
        buildStatus: 'STOPPED',
        buildComplete: true,
        endTime: expect.any(Date),
      });
      const retried = await client.send(
        new RetryBuildCommand({ id: first.id }),
      );
      expect(retried.build?.buildNumber).toBe(3);

      const batch = await client.send(
        new BatchGetBuildsCommand({ ids: [first.id!, `${REPOSITORY}:absent`] }),
      );
      expect(batch.builds?.map(build => build.id)).toEqual([first.id]);
      expect(batch.buildsNotFound).toEqual([`${REPOSITORY}:absent`]);
    });

    it('pages by a hundred and refuses to sort more', async () => {
      const client = new CodeBuildClient(clientOptions());
      const name = 'shopstack-busy';
      const project = world.store.get<BuildProject>(
        'codebuild-project',
        REPOSITORY,
      )!;
      world.store.put('codebuild-project', name, { ...project, name });
      for (let number = 1; number <= 101; number += 1) {
        const id = `${name}:${String(number).padStart(4, '0')}`;
        const build: Partial<Build> = { id, number, project: name };
        world.store.put('build', id, build);
      }
      const input = { projectName: name };
      const first = await client.send(new ListBuildsForProjectCommand(input));
      expect(first.ids).toHaveLength(100);
      expect(first.ids![0]).toBe(`${name}:0101`);
      const { nextToken } = first;
      const last = await client.send(
        new ListBuildsForProjectCommand({ ...input, nextToken }),
      );
      expect(last.ids).toEqual([`${name}:0001`]);
      expect(last.nextToken).toBeUndefined();
      await expect(
        client.send(
          new ListBuildsForProjectCommand({ ...input, sortOrder: 'ASCENDING' }),
        ),
      ).rejects.toMatchObject({ name: 'InvalidInputException' });
      await expect(
        client.send(new StartBuildCommand({ projectName: 'absent' })),
      ).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
    });
  });

  it('reads a log in both directions and says with the same token that it ended', async () => {
    const client = new CloudWatchLogsClient(clientOptions());
    const group = { logGroupName: '/aws/codebuild/shopstack-order' };
    appendLog(world, group.logGroupName, 'stream', ['one', 'two', 'three']);
    const read = (options: object) =>
      client.send(
        new GetLogEventsCommand({
          ...group,
          logStreamName: 'stream',
          limit: 2,
          ...options,
        }),
      );
    const texts = (answer: Awaited<ReturnType<typeof read>>) =>
      answer.events!.map(event => event.message);

    const tail = await read({});
    expect(texts(tail)).toEqual(['two', 'three']);
    const older = await read({ nextToken: tail.nextBackwardToken });
    expect(texts(older)).toEqual(['one']);

    const head = await read({ startFromHead: true });
    const rest = await read({
      nextToken: head.nextForwardToken,
      startFromHead: true,
    });
    expect([texts(head), texts(rest)]).toEqual([['one', 'two'], ['three']]);
    const end = await read({
      nextToken: rest.nextForwardToken,
      startFromHead: true,
    });
    expect(texts(end)).toEqual([]);
    expect(end.nextForwardToken).toBe(rest.nextForwardToken);

    const filtered = await client.send(
      new FilterLogEventsCommand({ ...group, filterPattern: '?one ?"three"' }),
    );
    expect(filtered.events?.map(event => event.message)).toEqual([
      'one',
      'three',
    ]);
    await expect(
      client.send(
        new GetLogEventsCommand({ logGroupName: 'no', logStreamName: 'no' }),
      ),
    ).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
  });

  it('refuses keys it did not give out, other regions and requests without a signature', async () => {
    const send = (options: object) =>
      new ECRClient({ ...clientOptions(), ...options }).send(
        new DescribeRepositoriesCommand({}),
      );
    const credentials = { accessKeyId: 'OTHER', secretAccessKey: 'secret' };
    await expect(send({ credentials })).rejects.toMatchObject({
      name: 'UnrecognizedClientException',
    });
    await expect(send({ region: 'eu-west-1' })).rejects.toMatchObject({
      name: 'InvalidSignatureException',
    });
    const unsigned = await fetch(listener.url, {
      method: 'POST',
      headers: { 'x-amz-target': 'CodeBuild_20161006.ListProjects' },
      body: '{}',
    });
    expect(await unsigned.json()).toMatchObject({
      __type: 'MissingAuthenticationTokenException',
    });
    const unknown = await fetch(listener.url, {
      method: 'POST',
      headers: { 'x-amz-target': 'CodeBuild_20161006.toString' },
      body: '{}',
    });
    expect([unknown.status, unknown.headers.get('x-amzn-errortype')]).toEqual([
      400,
      'UnknownOperationException',
    ]);
    expect((await fetch(`${listener.url}/other`)).status).toBe(404);
  });

  it('names its faults as AWS does, and empties its lists', async () => {
    const client = new ECRClient(clientOptions());
    const list = () => client.send(new DescribeRepositoriesCommand({}));
    world.weather.set('aws', { kind: '429' });
    await expect(list()).rejects.toMatchObject({ name: 'ThrottlingException' });
    world.weather.set('aws', { kind: '403' });
    await expect(list()).rejects.toMatchObject({
      name: 'AccessDeniedException',
    });
    world.weather.set('aws', { kind: 'empty' });
    expect((await list()).repositories).toEqual([]);
  });
});
