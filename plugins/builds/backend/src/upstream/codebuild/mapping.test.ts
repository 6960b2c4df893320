import { parseAwsArn } from '@shopstack/plugin-kit-node';
import { toBuild } from './mapping';
import { buildSchema } from './wire';

const arn = parseAwsArn(
  'arn:aws:codebuild:us-east-1:123456789012:project/shopstack-cart',
  { service: 'codebuild', resourceType: 'project' },
);
const commit = 'c0ffee'.repeat(7).slice(0, 40);
const digest = `sha256:${'a'.repeat(64)}`;
const map = (fields: object) =>
  toBuild(buildSchema.parse({ id: 'shopstack-cart:1', ...fields }), arn);

describe('toBuild of CodeBuild', () => {
  it('tells all that is safe to tell', () => {
    const build = map({
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

    expect(build).toEqual({
      id: 'shopstack-cart:1',
      executor: 'aws-codebuild',
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
          durationSeconds: 12,
          message: 'exit status 1',
        },
      ],
      imageDigest: digest,
      imageUri: 'registry/shopstack-cart:abc',
      url: 'https://us-east-1.console.aws.amazon.com/codesuite/codebuild/123456789012/projects/shopstack-cart/build/shopstack-cart%3A1?region=us-east-1',
    });
    expect(JSON.stringify(build)).not.toContain('s3cret');
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
});
