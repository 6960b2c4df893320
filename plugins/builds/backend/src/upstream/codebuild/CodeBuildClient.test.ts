import { parseAwsArn } from '@shopstack/plugin-kit-node';
import {
  HttpStub,
  type StubReply,
  type StubRequest,
} from '@shopstack/plugin-kit-node/testUtils';
import { CodeBuildClient } from './CodeBuildClient';

const arn = parseAwsArn(
  'arn:aws:codebuild:us-east-1:123456789012:project/shopstack-cart',
  { service: 'codebuild', resourceType: 'project' },
);
const operation = (request: StubRequest) =>
  String(request.headers['x-amz-target']).split('.')[1];

describe('CodeBuildClient', () => {
  let stub: HttpStub;
  const client = (maxBuilds = 100, timeoutMs = 20_000) =>
    new CodeBuildClient({
      credentials: {
        getCredentialProvider: async () => ({
          sdkCredentialProvider: async () => ({
            accessKeyId: 'key',
            secretAccessKey: 'secret',
          }),
        }),
      },
      endpoint: stub.url,
      timeoutMs,
      concurrency: 2,
      maxBuilds,
    });
  /** A project with as many builds; ids count down, newest first. */
  const project =
    (count: number) =>
    (request: StubRequest): StubReply => {
      const input = JSON.parse(request.body);
      if (operation(request) === 'ListBuildsForProject') {
        const first = Number(input.nextToken ?? 0);
        const ids = Array.from(
          { length: Math.min(100, count - first) },
          (_, i) => `shopstack-cart:${count - first - i}`,
        );
        const next = first + 100;
        return {
          body: { ids, ...(next < count && { nextToken: String(next) }) },
        };
      }
      return {
        body: {
          builds: input.ids.slice(1).map((id: string) => ({
            id,
            buildStatus: 'SUCCEEDED',
            environment: {
              environmentVariables: [{ name: 'A', value: 'secret' }],
            },
          })),
          buildsNotFound: input.ids.slice(0, 1),
        },
      };
    };

  beforeAll(async () => {
    stub = await HttpStub.start();
  });
  beforeEach(() => stub.reset());
  afterAll(() => stub.close());

  it('reads the latest hundred with two calls and never asks for an order', async () => {
    stub.reply = project(250);

    const builds = await client().listBuilds(arn);

    expect(stub.requests.map(operation)).toEqual([
      'ListBuildsForProject',
      'BatchGetBuilds',
    ]);
    expect(JSON.parse(stub.requests[0].body)).toEqual({
      projectName: 'shopstack-cart',
    });
    // The first was deleted in between; it is left out.
    expect(builds).toHaveLength(99);
    expect(builds[0].id).toBe('shopstack-cart:249');
    expect(JSON.stringify(builds)).not.toContain('secret');
  });

  it('pages on for more, a hundred at a time', async () => {
    stub.reply = project(250);
    await expect(client(1_000).listBuilds(arn)).resolves.toHaveLength(247);
    expect(stub.requests.map(operation).sort()).toEqual([
      'BatchGetBuilds',
      'BatchGetBuilds',
      'BatchGetBuilds',
      'ListBuildsForProject',
      'ListBuildsForProject',
      'ListBuildsForProject',
    ]);
  });

  it('asks for no details of a project that was never built', async () => {
    stub.reply = project(0);
    await expect(client().listBuilds(arn)).resolves.toEqual([]);
    expect(stub.requests).toHaveLength(1);
  });

  it.each<[string, StubReply, string]>([
    [
      'a deleted project',
      { status: 400, body: { __type: 'ResourceNotFoundException' } },
      'not-found',
    ],
    [
      'bad credentials',
      { status: 400, body: { __type: 'UnrecognizedClientException' } },
      'credentials-refused',
    ],
    [
      'a throttle',
      { status: 400, body: { __type: 'ThrottlingException' } },
      'throttled',
    ],
    ['an outage', { status: 503 }, 'failed'],
    ['no JSON', { body: 'oops' }, 'malformed'],
    ['wrong types', { body: { ids: 'none' } }, 'malformed'],
    ['a hang', 'hang', 'timed-out'],
    ['a cut connection', 'cut', 'unreachable'],
  ])('translates %s', async (_, reply, fault) => {
    stub.reply = () => reply;
    const it = client(100, reply === 'hang' ? 300 : undefined);
    await expect(it.listBuilds(arn)).rejects.toMatchObject({ fault });
  });

  it('does not page for ever', async () => {
    stub.reply = () => ({ body: { ids: [], nextToken: 'again' } });
    await expect(client().listBuilds(arn)).rejects.toMatchObject({
      fault: 'malformed',
    });
  });
});
