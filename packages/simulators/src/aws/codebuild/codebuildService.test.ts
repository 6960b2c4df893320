import {
  CloudWatchLogsClient,
  GetLogEventsCommand,
} from '@aws-sdk/client-cloudwatch-logs';
import {
  BatchGetBuildsCommand,
  BatchGetReportsCommand,
  CodeBuildClient,
  DescribeCodeCoveragesCommand,
  DescribeTestCasesCommand,
  ListBuildsForProjectCommand,
  RetryBuildCommand,
  StartBuildCommand,
  StopBuildCommand,
} from '@aws-sdk/client-codebuild';
import { listen, type Listener } from '../../http/listen';
import {
  codeOf,
  createReactingWorld,
  terraformOf,
} from '../../reactions/testing/reactingWorld';
import type { LogStream } from '../types';
import { ACCESS_KEY_ID, SECRET_ACCESS_KEY } from '../account';
import { createAwsSimulator } from '../createAwsSimulator';
import { appendLog } from '../logs/streams';

// Git commands take their time when many tests share the machine.
jest.setTimeout(60_000);

const PROJECT = 'shopstack-order';
const REPORTS = `
reports:
  unit: {files: ['junit.xml']}
  lines: {files: ['cobertura.xml'], file-format: COBERTURAXML}
`;

describe('the simulated CodeBuild', () => {
  let reacting: Awaited<ReturnType<typeof createReactingWorld>>;
  let listener: Listener;
  let builds: CodeBuildClient;
  let logs: CloudWatchLogsClient;

  beforeEach(async () => {
    reacting = await createReactingWorld();
    const { world, commit, settle } = reacting;
    const files = codeOf('order');
    files['services/order/buildspec.yml'] += REPORTS;
    await commit('infra-terraform', terraformOf('order'));
    await commit('apps-sre', files);
    await settle(() => world.store.list('codebuild-project').length > 0);
    listener = await listen(createAwsSimulator({ world }).app, 0);
    const options = {
      endpoint: listener.url,
      region: 'us-east-1',
      maxAttempts: 1,
      credentials: {
        accessKeyId: ACCESS_KEY_ID,
        secretAccessKey: SECRET_ACCESS_KEY,
      },
    };
    builds = new CodeBuildClient(options);
    logs = new CloudWatchLogsClient(options);
  });
  afterEach(async () => {
    await listener.close();
    await reacting.close();
  });

  const start = async () => {
    const projectName = PROJECT;
    const { build } = await builds.send(new StartBuildCommand({ projectName }));
    return build!.id!;
  };
  const get = async (id: string) => {
    const { builds: found } = await builds.send(
      new BatchGetBuildsCommand({ ids: [id] }),
    );
    return found![0];
  };
  const readLog = async (id: string, nextToken?: string) => {
    const { logs: place } = await get(id);
    return logs.send(
      new GetLogEventsCommand({
        logGroupName: place!.groupName,
        logStreamName: place!.streamName!,
        startFromHead: true,
        nextToken,
      }),
    );
  };

  it('makes the reports that the buildspec names', async () => {
    const id = await start();
    await reacting.settle(async () => (await get(id)).buildComplete === true);
    const { reportArns } = await get(id);
    const { reports } = await builds.send(
      new BatchGetReportsCommand({
        reportArns: [...reportArns!, 'arn:absent'],
      }),
    );
    expect(reports).toEqual([
      expect.objectContaining({
        type: 'TEST',
        status: 'SUCCEEDED',
        reportGroupArn: expect.stringMatching(/:report-group\/.*-unit$/),
        testSummary: expect.objectContaining({
          total: 9,
          statusCounts: expect.objectContaining({ SUCCEEDED: 8, SKIPPED: 1 }),
        }),
      }),
      expect.objectContaining({
        type: 'CODE_COVERAGE',
        codeCoverageSummary: expect.objectContaining({
          lineCoveragePercentage: expect.any(Number),
        }),
      }),
    ]);
    const [unit, lines] = reports!;
    const skipped = await builds.send(
      new DescribeTestCasesCommand({
        reportArn: unit.arn,
        filter: { status: 'SKIPPED' },
      }),
    );
    expect(skipped.testCases).toHaveLength(1);
    const first = await builds.send(
      new DescribeTestCasesCommand({ reportArn: unit.arn, maxResults: 5 }),
    );
    const second = await builds.send(
      new DescribeTestCasesCommand({
        reportArn: unit.arn,
        nextToken: first.nextToken,
      }),
    );
    expect(
      [first.testCases, second.testCases].map(page => page!.length),
    ).toEqual([5, 4]);
    const { codeCoverages } = await builds.send(
      new DescribeCodeCoveragesCommand({ reportArn: lines.arn }),
    );
    expect(codeCoverages).toHaveLength(1);
    await expect(
      builds.send(new DescribeTestCasesCommand({ reportArn: 'arn:absent' })),
    ).rejects.toMatchObject({ name: 'InvalidInputException' });

    reacting.world.clock.setNow(new Date(Date.now() + 31 * 24 * 3_600_000));
    const later = await builds.send(
      new BatchGetReportsCommand({ reportArns: [unit.arn!] }),
    );
    expect(later.reports).toEqual([]);
  });

  it('has a log that grows while the build runs, with colours', async () => {
    reacting.world.clock.setPace(2);
    const id = await start();
    await reacting.settle(async () =>
      Boolean((await get(id)).logs?.streamName),
    );
    await reacting.settle(async () =>
      readLog(id).then(
        ({ events }) => events!.length > 0,
        () => false,
      ),
    );
    const early = await readLog(id);
    await reacting.settle(async () => (await get(id)).buildComplete === true);
    const rest = await readLog(id, early.nextForwardToken);
    expect(rest.events!.length).toBeGreaterThan(0);
    const all = [...early.events!, ...rest.events!];
    expect(all.map(({ message }) => message).join('')).toContain('\u001b[34m#');
    const end = await readLog(id, rest.nextForwardToken);
    expect(end.nextForwardToken).toBe(rest.nextForwardToken);
  });

  it('keeps what is dated in the future to itself', async () => {
    const { world } = reacting;
    appendLog(world, '/aws/codebuild/x', 's', ['now']);
    const [stream] = world.store.list<LogStream>('log-stream');
    const later = world.clock.now().getTime() + 60_000;
    world.store.put('log-stream', '/aws/codebuild/x:s', {
      ...stream,
      events: [...stream.events, { timestamp: later, message: 'later' }],
    });
    const read = async () => {
      const { events } = await logs.send(
        new GetLogEventsCommand({
          logGroupName: '/aws/codebuild/x',
          logStreamName: 's',
          startFromHead: true,
        }),
      );
      return events!.map(({ message }) => message);
    };
    expect(await read()).toEqual(['now']);
    world.clock.setNow(new Date(later));
    expect(await read()).toEqual(['now', 'later']);
  });

  it('leaves a build that is over as it is, and retries it as a new one', async () => {
    const id = await start();
    await reacting.settle(async () => (await get(id)).buildComplete === true);
    const { build } = await builds.send(new StopBuildCommand({ id }));
    expect(build?.buildStatus).toBe('SUCCEEDED');
    const retry = () =>
      builds.send(new RetryBuildCommand({ id, idempotencyToken: 'once' }));
    const [one, other] = [await retry(), await retry()];
    expect(one.build?.id).toBe(other.build?.id);
    expect(one.build?.id).not.toBe(id);
    const { ids } = await builds.send(
      new ListBuildsForProjectCommand({ projectName: PROJECT }),
    );
    expect(ids).toContain(one.build?.id);
  });

  it('names only the object where logs go to S3 alone', async () => {
    const { commit, settle } = reacting;
    const files = terraformOf('order');
    const file = 'envs/dev/service-order.tf';
    files[file] = files[file].replace(
      '  source {',
      `  logs_config {
    cloudwatch_logs { status = "DISABLED" }
    s3_logs {
      status   = "ENABLED"
      location = "shopstack-logs/builds"
    }
  }
  source {`,
    );
    await commit('infra-terraform', files);
    await settle(() =>
      reacting.world.store
        .list<{ logsBucket?: string }>('codebuild-project')
        .some(({ logsBucket }) => logsBucket !== undefined),
    );
    const id = await start();
    await settle(async () => (await get(id)).buildComplete === true);
    const { logs: place } = await get(id);
    expect(place).toMatchObject({
      s3Logs: { status: 'ENABLED', location: 'shopstack-logs/builds' },
      cloudWatchLogs: { status: 'DISABLED' },
    });
    expect(place?.groupName).toBeUndefined();
  });
});
