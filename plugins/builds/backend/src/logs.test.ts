import { mockServices } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { awsError, readAwsRequest } from '@shopstack/plugin-kit-node/testUtils';
import request from 'supertest';
import { buildId, CodeBuildStub } from './__testUtils__/CodeBuildStub';
import { built, buildsOf, startBuilds } from './__testUtils__/startBuilds';

const ESC = '\u001b';
const path = `${buildsOf('cart')}/aws-codebuild/${encodeURIComponent(buildId('cart', 1))}`;

describe('logs of the builds backend', () => {
  let aws: CodeBuildStub;

  const start = () =>
    startBuilds({
      aws: aws.url,
      entities: [built('cart', 'cart')],
      features: [
        mockServices.permissions.factory({ result: AuthorizeResult.ALLOW }),
      ],
    });
  type Server = Awaited<ReturnType<typeof start>>;
  const read = async (server: Server, cursor?: string) => {
    const { status, body } = await request(server)
      .get(`${path}/log`)
      .query({ cursor });
    expect(status).toBe(200);
    return body;
  };
  const texts = ({ lines }: { lines: { text: string }[] }) =>
    lines.map(({ text }) => text);
  const runs = () => {
    aws.extra = () => ({ buildStatus: 'IN_PROGRESS', buildComplete: false });
  };

  beforeAll(async () => {
    aws = await CodeBuildStub.start();
  });
  beforeEach(() => {
    aws.reset();
    aws.projects.set('cart', 1);
  });
  afterAll(() => aws.close());

  it('goes from the beginning to the end, and asks nobody for who reads it again', async () => {
    aws.log = [`${ESC}[31mred${ESC}[0m\n`, `${ESC}[2Jtwo\n`, 'three\nfour\n'];
    const server = await start();
    const first = await read(server);
    expect(texts(first)).toEqual([`${ESC}[31mred${ESC}[0m`, 'two']);
    expect(first.complete).toBe(false);
    expect(first.lines[0].at).toBe('2026-11-01T00:00:00.000Z');
    const second = await read(server, first.nextCursor);
    expect(texts(second)).toEqual(['three', 'four']);
    const end = await read(server, second.nextCursor);
    expect(end).toMatchObject({ lines: [], complete: true });

    const calls = aws.http.requests.length;
    await read(server);
    await read(server, first.nextCursor);
    await read(server, second.nextCursor);
    expect(aws.http.requests).toHaveLength(calls);
  });

  it('follows a log that grows, for all who look with the calls of one', async () => {
    runs();
    aws.log = ['one\n', 'two\n'];
    const server = await start();
    const first = await read(server);
    const tails = await Promise.all(
      Array.from({ length: 50 }, () => read(server, first.nextCursor)),
    );
    expect(
      tails.every(({ complete, lines }) => !complete && !lines.length),
    ).toBe(true);
    expect(aws.count('GetLogEvents')).toBe(2);
    await read(server, tails[0].nextCursor);
    expect(aws.count('GetLogEvents')).toBe(2);

    aws.log.push('three\n');
    let grown = await read(server, tails[0].nextCursor);
    while (grown.lines.length === 0) {
      grown = await read(server, grown.nextCursor);
    }
    expect(texts(grown)).toEqual(['three']);
    // At most one call in two seconds: the two above, and those until it was there.
    expect(aws.count('GetLogEvents')).toBeLessThanOrEqual(4);
  });

  it('is empty and goes on while there is no stream yet', async () => {
    aws.extra = () => ({ buildStatus: 'IN_PROGRESS', logs: { deepLink: 'x' } });
    expect(await read(await start())).toMatchObject({
      lines: [],
      complete: false,
    });
    expect(aws.count('GetLogEvents')).toBe(0);
  });

  it('is complete at once where it is kept elsewhere, or was never written', async () => {
    aws.extra = () => ({
      logs: { s3Logs: { status: 'ENABLED' }, s3DeepLink: 'https://s3/x' },
    });
    const server = await start();
    expect(await read(server)).toMatchObject({ lines: [], complete: true });
    const { body } = await request(server).get(path);
    expect(body.items[0].log).toEqual({
      kind: 'external',
      url: 'https://s3/x',
    });
    const download = await request(server).get(`${path}/log.txt`);
    expect(download.status).toBe(404);
    expect(aws.count('GetLogEvents')).toBe(0);
  });

  it('says what is wrong with a log that cannot be read, and where to go on', async () => {
    aws.instead = operation =>
      operation === 'GetLogEvents'
        ? awsError('AccessDeniedException')
        : undefined;
    const server = await start();
    const denied = await read(server);
    expect(denied).toMatchObject({ lines: [], complete: false });
    expect(denied.sources).toEqual([
      expect.objectContaining({
        state: 'unavailable',
        reason: expect.stringContaining('CloudWatch Logs does not let'),
      }),
    ]);
    const download = await request(server).get(`${path}/log.txt`);
    expect(download.status).toBe(503);
    expect(download.body.error.message).toContain('CloudWatch Logs');
  });

  it('holds no more in one answer than a page can show', async () => {
    aws.log = [
      Array.from({ length: 12_000 }, (_, i) => `line ${i}`).join('\n'),
    ];
    const server = await start();
    const sizes: number[] = [];
    let cursor: string | undefined;
    let complete = false;
    while (!complete) {
      const page = await read(server, cursor);
      sizes.push(page.lines.length);
      ({ nextCursor: cursor, complete } = page);
    }
    expect(sizes).toEqual([5_000, 5_000, 2_000, 0]);
    expect(aws.count('GetLogEvents')).toBe(2);
  });

  it.each(['x', Buffer.from('["a b",0]').toString('base64url'), 'e30'])(
    'takes no cursor %s',
    async cursor => {
      const response = await request(await start())
        .get(`${path}/log`)
        .query({ cursor });
      expect(response.status).toBe(400);
      expect(response.body.error.message).toContain("'cursor'");
      expect(aws.http.requests).toHaveLength(0);
    },
  );

  it('is a file of plain text', async () => {
    aws.log = [`${ESC}[31mred${ESC}[0m\n`, 'two\n', 'three\n'];
    const response = await request(await start()).get(`${path}/log.txt`);
    expect(response.text).toBe('red\ntwo\nthree\n');
    expect(response.headers).toMatchObject({
      'content-type': 'text/plain; charset=utf-8',
      'content-disposition': expect.stringMatching(
        /^attachment; filename="cart-[\w-]+\.log"$/,
      ),
      'x-content-type-options': 'nosniff',
    });
  });

  it('says in the file what is missing', async () => {
    runs();
    aws.log = ['one\n', 'two\n', 'three\n'];
    const server = await start();
    const running = await request(server).get(`${path}/log.txt`);
    expect(running.text).toBe(
      'one\ntwo\nthree\n[The build still runs: this is its log up to now]\n',
    );
    aws.reset();
    aws.projects.set('cart', 1);
    aws.log = ['one\n', 'two\n', 'three\n'];
    aws.instead = (operation, { nextToken }) =>
      operation === 'GetLogEvents' && nextToken ? { status: 503 } : undefined;
    const broken = await request(await start()).get(`${path}/log.txt`);
    expect(broken.text).toContain(
      'one\ntwo\n[The rest of the log could not be',
    );
  });

  it('asks CloudWatch for the stream of the build only', async () => {
    aws.log = ['one\n'];
    await read(await start());
    const [first] = aws.http.requests
      .map(readAwsRequest)
      .filter(({ operation }) => operation === 'GetLogEvents');
    expect(first.input).toEqual({
      logGroupName: '/aws/codebuild/cart',
      logStreamName: buildId('cart', 1).split(':')[1],
      startFromHead: true,
    });
  });
});
