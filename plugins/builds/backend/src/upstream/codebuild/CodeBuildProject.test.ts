import { parseAwsArn } from '@shopstack/plugin-kit-node';
import {
  awsAnswer,
  awsError,
  readAwsRequest,
  type StubReply,
} from '@shopstack/plugin-kit-node/testUtils';
import {
  arnOf,
  buildId,
  CodeBuildStub,
} from '../../__testUtils__/CodeBuildStub';
import type { ReadBuild } from '../../service/ExecutorProject';
import { Batcher } from './Batcher';
import { CodeBuildClient } from './CodeBuildClient';
import { CodeBuildProject } from './CodeBuildProject';
import { LogClient } from './LogClient';

const expected = { service: 'codebuild', resourceType: 'project' };
const arn = parseAwsArn(arnOf('cart'), expected);
const id = (number: number) => buildId('cart', number);

describe('CodeBuildProject', () => {
  let aws: CodeBuildStub;
  const known = new Map<string, ReadBuild>();
  const knownBuilds = async () => known;

  const create = (timeoutMs = 20_000) => {
    const options = {
      credentials: {
        getCredentialProvider: async () => ({
          sdkCredentialProvider: async () => ({
            accessKeyId: 'key',
            secretAccessKey: 'secret',
          }),
        }),
      },
      endpoint: aws.url,
      timeoutMs,
      concurrency: 4,
      ratePerSecond: 1_000,
      burst: 1_000,
    };
    const client = new CodeBuildClient(options);
    return new CodeBuildProject(arn, {
      client,
      logs: new LogClient(options),
      builds: new Batcher(ids => client.getBuilds(arn, ids)),
      projects: new Batcher(names => client.getProjects(arn, names)),
      mapping: { exportedVariables: [] },
    });
  };
  const inputs = (operation: string) =>
    aws.http.requests
      .map(readAwsRequest)
      .filter(each => each.operation === operation)
      .map(({ input }) => input);

  beforeAll(async () => {
    aws = await CodeBuildStub.start();
  });
  beforeEach(() => {
    aws.reset();
    known.clear();
    aws.projects.set('cart', 250);
  });
  afterAll(() => aws.close());

  it('reads a hundred with two calls, and never asks for an order', async () => {
    const { ids, read, rest } = await create().readNewest(knownBuilds);
    expect(aws.operations).toEqual(['ListBuildsForProject', 'BatchGetBuilds']);
    expect(inputs('ListBuildsForProject')).toEqual([{ projectName: 'cart' }]);
    expect(ids).toHaveLength(100);
    expect(read[0].build.number).toBe(250);
    expect(rest).toEqual({ pending: [], nextToken: '150' });
  });

  it('asks for no build again that is over', async () => {
    const project = create();
    const { read } = await project.readNewest(knownBuilds);
    read.forEach(each => known.set(each.build.id, each));
    known.get(id(240))!.over = false;
    aws.projects.set('cart', 251);
    aws.http.requests.length = 0;

    const next = await project.readNewest(knownBuilds);
    expect(inputs('BatchGetBuilds')).toEqual([{ ids: [id(251), id(240)] }]);
    expect(next.ids).toHaveLength(100);

    next.read.forEach(each => known.set(each.build.id, each));
    aws.http.requests.length = 0;
    await project.readNewest(knownBuilds);
    expect(aws.operations).toEqual(['ListBuildsForProject']);
  });

  it('goes on where it was, first with what was listed', async () => {
    const project = create();
    const pending = [id(3), id(2), id(1)];
    const listed = await project.readOlder(
      { pending, nextToken: '150' },
      knownBuilds,
    );
    expect(listed.ids).toEqual(pending);
    expect(aws.operations).toEqual(['BatchGetBuilds']);
    const older = await project.readOlder(listed.rest, knownBuilds);
    expect(older.ids[0]).toBe(id(150));
    expect(older.rest.nextToken).toBe('50');
  });

  it('asks for nothing more of a project that was never built', async () => {
    aws.projects.set('cart', 0);
    await expect(create().readNewest(knownBuilds)).resolves.toEqual({
      ids: [],
      read: [],
      rest: { pending: [] },
    });
    expect(aws.operations).toEqual(['ListBuildsForProject']);
  });

  it('tells its own ids from all others', () => {
    const project = create();
    expect(project.mayOwn(id(1))).toBe(true);
    for (const other of [
      buildId('carts', 1),
      'cart:1',
      `${id(1)}/..`,
      `x${id(1)}`,
      id(1).toUpperCase(),
    ]) {
      expect(project.mayOwn(other)).toBe(false);
    }
  });

  it.each<[string, StubReply, string]>([
    ['a deleted project', awsError('ResourceNotFoundException'), 'not-found'],
    [
      'bad credentials',
      awsError('UnrecognizedClientException'),
      'credentials-refused',
    ],
    [
      'expired credentials',
      awsError('ExpiredTokenException'),
      'credentials-refused',
    ],
    ['a refusal', awsError('AccessDeniedException'), 'forbidden'],
    ['a throttle', awsError('ThrottlingException'), 'throttled'],
    [
      'a throttle that asks for a minute',
      { status: 429, headers: { 'retry-after': '60' } },
      'throttled',
    ],
    ['401', { status: 401 }, 'credentials-refused'],
    ['404', { status: 404 }, 'not-found'],
    ['an outage', { status: 503 }, 'failed'],
    ['no JSON', { body: 'oops' }, 'malformed'],
    ['wrong types', awsAnswer({ ids: 'none' }), 'malformed'],
    ['a hang', 'hang', 'timed-out'],
    ['a cut connection', 'cut', 'unreachable'],
  ])('translates %s, for reading and for writing', async (_, reply, fault) => {
    aws.instead = () => reply;
    const timeoutMs = reply === 'hang' ? 300 : undefined;
    await expect(
      create(timeoutMs).readNewest(knownBuilds),
    ).rejects.toMatchObject({ fault });
    aws.http.requests.length = 0;
    const start = create(timeoutMs).start({ token: 't' });
    await expect(start).rejects.toMatchObject({ fault });
    expect(aws.http.requests).toHaveLength(1);
  });

  it('does not list the same page for ever', async () => {
    aws.instead = () => awsAnswer({ ids: [], nextToken: 'again' });
    await expect(
      create().readOlder({ pending: [], nextToken: 'again' }, knownBuilds),
    ).rejects.toMatchObject({ fault: 'malformed' });
  });

  it('starts the version that was asked for, and nothing else', async () => {
    const token = 'f'.repeat(64);
    const read = await create().start({ sourceVersion: 'v1.2', token });
    expect(read.build.number).toBe(251);
    expect(inputs('StartBuild')).toEqual([
      { projectName: 'cart', sourceVersion: 'v1.2', idempotencyToken: token },
    ]);
  });

  it('reads reports, with the failed cases of those that failed', async () => {
    aws.extra = () => ({ reportArns: ['arn:r/unit:1', 'arn:r/cover:2'] });
    aws.instead = (operation, { reportArn }) => {
      if (operation === 'BatchGetReports') {
        const reports = [
          {
            arn: 'arn:r/unit:1',
            type: 'TEST',
            status: 'FAILED',
            reportGroupArn: 'arn:aws:codebuild:r:a:report-group/cart-unit',
            testSummary: {
              total: 5,
              statusCounts: { SUCCEEDED: 3, FAILED: 1, ERROR: 1 },
            },
          },
          {
            arn: 'arn:r/cover:2',
            type: 'CODE_COVERAGE',
            status: 'SUCCEEDED',
            name: 'cover',
            codeCoverageSummary: { lineCoveragePercentage: 81.239 },
          },
          'odd',
        ];
        return awsAnswer({ reports });
      }
      const testCases = [
        { name: 'adds', prefix: 'cart.test', durationInNanoSeconds: 1.5e9 },
        7,
      ];
      return operation === 'DescribeTestCases' && reportArn === 'arn:r/unit:1'
        ? awsAnswer({ testCases })
        : undefined;
    };
    const project = create();
    const read = (await project.readBuild(id(5)))!;
    expect(project.hasReports(read)).toBe(true);
    expect(await project.readReports(read)).toEqual([
      {
        name: 'cart-unit',
        kind: 'test',
        status: 'failed',
        tests: {
          total: 5,
          passed: 3,
          failed: 1,
          errored: 1,
          skipped: 0,
          unknown: 0,
        },
        failedCases: [{ name: 'cart.test: adds', durationSeconds: 1.5 }],
        url: expect.stringContaining('testReports/reports/arn%3Ar%2Funit%3A1'),
      },
      {
        name: 'cover',
        kind: 'coverage',
        status: 'succeeded',
        coverage: { linePercent: 81.24 },
        url: expect.any(String),
      },
    ]);
    expect(aws.count('DescribeTestCases')).toBe(1);
  });

  describe('the log', () => {
    const readAll = async (position = '') => {
      const read = (await create().readBuild(id(5)))!;
      return create().readLog(read, position);
    };

    it('ends where the same token comes back', async () => {
      aws.log = ['one\n', 'two\r\nthree\n', 'four'];
      const first = await readAll();
      expect(first.lines.map(({ text }) => text)).toEqual([
        'one',
        'two\r',
        'three',
      ]);
      expect(first).toMatchObject({ next: 'f/2', atEnd: false });
      expect(await readAll('f/2')).toMatchObject({ next: 'f/3', atEnd: false });
      expect(await readAll('f/3')).toEqual({
        lines: [],
        next: 'f/3',
        atEnd: true,
      });
      expect(inputs('GetLogEvents')[1]).toMatchObject({
        startFromHead: true,
        nextToken: 'f/2',
      });
    });

    it('skips empty pages, a few at a time', async () => {
      let page = 0;
      aws.instead = operation => {
        page += operation === 'GetLogEvents' ? 1 : 0;
        const events = page === 7 ? [{ timestamp: 1, message: 'here' }] : [];
        const nextForwardToken = `f/${page}`;
        return operation === 'GetLogEvents'
          ? awsAnswer({ events, nextForwardToken })
          : undefined;
      };
      const first = await readAll();
      expect(first).toEqual({ lines: [], next: 'f/5', atEnd: false });
      expect(await readAll('f/5')).toMatchObject({
        lines: [{ text: 'here' }],
        next: 'f/7',
      });
    });

    it('is empty before its stream is there, and gone after', async () => {
      aws.instead = operation =>
        operation === 'GetLogEvents'
          ? awsError('ResourceNotFoundException')
          : undefined;
      aws.extra = () => ({ buildStatus: 'IN_PROGRESS' });
      expect(await readAll()).toEqual({ lines: [], next: '', atEnd: true });
      aws.extra = () => ({});
      await expect(readAll()).rejects.toMatchObject({ fault: 'not-found' });
    });

    it('has an end of its own', async () => {
      aws.log = Array.from({ length: 50 }, (_, index) => `line ${index}\n`);
      const project = create();
      const read = (await project.readBuild(id(5)))!;
      const tail = await project.readLogTail(read, 3);
      expect(tail.map(({ text }) => text)).toEqual([
        'line 47',
        'line 48',
        'line 49',
      ]);
      expect(aws.count('GetLogEvents')).toBe(1);
    });

    it.each([
      ['no token', awsAnswer({ events: [] })],
      ['no events', awsAnswer({ events: 'x', nextForwardToken: 'f/1' })],
    ])('does not take %s for an answer', async (_, reply) => {
      aws.instead = operation =>
        operation === 'GetLogEvents' ? reply : undefined;
      await expect(readAll()).rejects.toMatchObject({ fault: 'malformed' });
    });
  });
});
