import { parseAwsArn } from '@shopstack/plugin-kit-node';
import { toFacts, toReadBuild } from './mapping';
import { buildSchema, projectSchema } from './wire';

const arn = parseAwsArn(
  'arn:aws:codebuild:us-east-1:123456789012:project/shopstack-cart',
  { service: 'codebuild', resourceType: 'project' },
);
const commit = 'c0ffee'.repeat(7).slice(0, 40);
const digest = `sha256:${'a'.repeat(64)}`;
const read = (fields: object) =>
  toReadBuild(buildSchema.parse({ id: 'shopstack-cart:1', ...fields }), arn, {
    exportedVariables: ['IMAGE_URI', 'VERSION'],
  });
const map = (fields: object) => read(fields).build;

describe('toReadBuild of CodeBuild', () => {
  it('tells all that is safe to tell', () => {
    const all = read({
      buildNumber: 7,
      buildStatus: 'FAILED',
      currentPhase: 'COMPLETED',
      startTime: new Date('2026-11-20T10:00:00Z'),
      endTime: new Date('2026-11-20T10:01:30Z'),
      sourceVersion: 'refs/heads/main^{abc}',
      resolvedSourceVersion: commit,
      initiator: 'GitHub-Hookshot/abc',
      source: {
        location: 'https://user:s3cret@github.com/shopstack/apps-sre.git',
        auth: { resource: 's3cret' },
      },
      environment: {
        environmentVariables: [{ name: 'TOKEN', value: 's3cret' }],
      },
      phases: [
        {
          phaseType: 'SUBMITTED',
          phaseStatus: 'SUCCEEDED',
          durationInSeconds: 0,
        },
        {
          phaseType: 'BUILD',
          phaseStatus: 'FAILED',
          startTime: new Date('2026-11-20T10:01:00Z'),
          durationInSeconds: 12,
          contexts: [{ message: 'exit status 1' }, { message: '' }],
        },
        { phaseType: 'COMPLETED' },
      ],
      exportedEnvironmentVariables: [
        { name: 'IMAGE_DIGEST', value: digest },
        { name: 'IMAGE_URI', value: 'registry/shopstack-cart:abc' },
        { name: 'PASSWORD', value: 's3cret' },
      ],
    });

    expect(all.build).toEqual({
      id: 'shopstack-cart:1',
      executor: 'aws-codebuild',
      projectKey: expect.stringMatching(/^codebuild-[0-9a-f]{24}$/),
      project: 'shopstack-cart',
      number: 7,
      status: 'failed',
      branch: 'main',
      commit,
      commitUrl: `https://github.com/shopstack/apps-sre/commit/${commit}`,
      initiator: 'GitHub-Hookshot/abc',
      trigger: 'webhook',
      startedAt: '2026-11-20T10:00:00.000Z',
      finishedAt: '2026-11-20T10:01:30.000Z',
      durationSeconds: 90,
      phases: [
        { name: 'SUBMITTED', status: 'succeeded', durationSeconds: 0 },
        {
          name: 'BUILD',
          status: 'failed',
          startedAt: '2026-11-20T10:01:00.000Z',
          durationSeconds: 12,
          message: 'exit status 1',
        },
      ],
      imageDigest: digest,
      imageUri: 'registry/shopstack-cart:abc',
      url: 'https://us-east-1.console.aws.amazon.com/codesuite/codebuild/123456789012/projects/shopstack-cart/build/shopstack-cart%3A1?region=us-east-1',
    });
    expect(all.variables).toEqual([
      { name: 'IMAGE_URI', value: 'registry/shopstack-cart:abc' },
    ]);
    expect(all.over).toBe(true);
    expect(JSON.stringify(all)).not.toContain('s3cret');
  });

  it.each([
    ['SUCCEEDED', 'succeeded'],
    ['FAILED', 'failed'],
    ['FAULT', 'fault'],
    ['STOPPED', 'stopped'],
    ['TIMED_OUT', 'timed-out'],
    ['IN_PROGRESS', 'in-progress'],
    ['NEW_ONE', 'fault'],
  ])('knows the status %s', (buildStatus, status) => {
    expect(map({ buildStatus }).status).toBe(status);
  });

  it('waits before it runs', () => {
    const build = map({
      buildStatus: 'IN_PROGRESS',
      currentPhase: 'QUEUED',
      phases: [
        { phaseType: 'SUBMITTED', phaseStatus: 'SUCCEEDED' },
        { phaseType: 'QUEUED' },
      ],
    });
    expect(build.status).toBe('queued');
    expect(build.phases[1]).toMatchObject({ status: 'in-progress' });
  });

  it('takes no commit for a branch, and no other text for an image', () => {
    expect(
      map({
        sourceVersion: commit,
        resolvedSourceVersion: 'arn:aws:s3:::bucket',
        exportedEnvironmentVariables: [
          { name: 'IMAGE_DIGEST', value: 'latest' },
          { name: 'IMAGE_URI', value: 'x\nSECRET=1' },
        ],
      }),
    ).toMatchObject({
      branch: undefined,
      commit: undefined,
      imageDigest: undefined,
      imageUri: undefined,
    });
    expect(map({ sourceVersion: 'pr/12' }).branch).toBe('pr/12');
  });

  it('stands with nothing but an id', () => {
    expect(map({ phases: 'none', startTime: 'soon' })).toMatchObject({
      status: 'fault',
      phases: [],
      startedAt: undefined,
    });
  });

  it.each([
    [{ buildStatus: 'IN_PROGRESS', buildComplete: false }, false],
    [{ buildStatus: 'IN_PROGRESS', buildComplete: true }, false],
    [{ buildStatus: 'SUCCEEDED', buildComplete: false }, true],
    [{ buildStatus: 'PAUSED', buildComplete: true }, true],
    [{ buildStatus: 'PAUSED', buildComplete: false }, false],
    [{}, false],
  ])('knows whether %j is over', (fields, over) => {
    expect(read(fields).over).toBe(over);
  });

  it.each([
    ['not there yet', { deepLink: 'https://console' }, { kind: 'none' }],
    [
      'a stream',
      { groupName: 'g', streamName: 's', deepLink: 'data:text/html,x' },
      { kind: 'stream' },
    ],
    [
      'only in S3',
      { s3Logs: { status: 'ENABLED' }, s3DeepLink: 'https://s3.console/x' },
      { kind: 'external', url: 'https://s3.console/x' },
    ],
    [
      'written nowhere',
      { s3Logs: { status: 'DISABLED' }, s3DeepLink: 'https://s3.console/x' },
      { kind: 'none' },
    ],
  ])('knows a log that is %s', (_, logs, log) => {
    expect(read({ logs }).log).toEqual(log);
  });

  it('signs in through the access portal where there is one', () => {
    const { build } = toReadBuild(buildSchema.parse({ id: 'x:1' }), arn, {
      exportedVariables: [],
      ssoSubdomain: 'shopstack',
    });
    expect(build.url).toMatch(/^https:\/\/shopstack\.awsapps\.com\/start\//);
  });
});

describe('toFacts of CodeBuild', () => {
  const facts = (project: object) =>
    toFacts(projectSchema.parse({ name: 'x', ...project }));

  it('lets a pipeline start what it builds', () => {
    expect(facts({ source: { type: 'CODEPIPELINE' } }).actions).toEqual([
      'stop',
    ]);
    expect(
      facts({ source: { type: 'GITHUB' }, sourceVersion: 'main' }),
    ).toEqual({ actions: ['start', 'retry', 'stop'], defaultBranch: 'main' });
  });
});
