import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  overlayFile,
  rootFiles,
  serviceFiles,
  TestArgocd,
} from '../__testUtils__/openArgocd';
import { settleArgocd } from '../settleArgocd';
import { MAIN } from '../instances';

// Many steps each, on a machine that may do other things meanwhile.
jest.setTimeout(60_000);

describe('a stream of Argo CD', () => {
  let test: TestArgocd;
  let server: Server;
  let aborts: AbortController[];

  beforeEach(async () => {
    aborts = [];
    test = await new TestArgocd().open();
    test.pushImage('tea', 'v1');
    test.pushImage('milk', 'v1');
    await test.commit({
      ...rootFiles,
      ...serviceFiles('tea'),
      ...serviceFiles('milk'),
    });
    await settleArgocd({ world: test.world });
    test.start();
    server = createServer(test.simulators[1].app);
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  });

  afterEach(async () => {
    aborts.forEach(abort => abort.abort());
    server.closeAllConnections();
    await new Promise(resolve => server.close(resolve));
    await test.close();
  });

  /** Reads a stream; the frames are there as they come. */
  function open(path: string, accept = 'application/json') {
    const { port } = server.address() as AddressInfo;
    const abort = new AbortController();
    aborts.push(abort);
    const stream = { frames: [] as any[], text: '', ended: false };
    const read = async () => {
      const response = await fetch(
        `http://127.0.0.1:${port}/api/v1/stream/${path}`,
        {
          headers: { Authorization: `Bearer ${MAIN.token}`, Accept: accept },
          signal: abort.signal,
        },
      );
      for await (const chunk of response.body!.pipeThrough(
        new TextDecoderStream(),
      )) {
        stream.text += chunk;
        stream.frames = stream.text
          .split('\n')
          .slice(0, -1)
          .filter(line => line.startsWith('{'))
          .map(line => JSON.parse(line));
      }
      stream.ended = true;
    };
    read().catch(error => {
      stream.ended = true;
      if (!abort.signal.aborted) {
        throw error;
      }
    });
    return stream;
  }

  const seen = (frames: any[]) =>
    frames.map(
      ({ result }) => `${result.type} ${result.application.metadata.name}`,
    );

  it('begins with all applications and goes on with changes', async () => {
    const stream = open('applications');
    await test.until(() => stream.frames.length === 3);
    expect(seen(stream.frames)).toEqual([
      'ADDED apps-business',
      'ADDED milk-dev',
      'ADDED tea-dev',
    ]);
    await test.commit({
      ...overlayFile('tea', { replicas: 2 }),
      'apps/business/milk-dev.yaml': undefined,
    });
    await test.until(
      () =>
        seen(stream.frames).includes('DELETED milk-dev') &&
        seen(stream.frames).includes('MODIFIED tea-dev'),
    );
    expect(stream.frames[0].result.application.kind).toBeUndefined();
  });

  it('takes up where a list was, without a gap and without repeating', async () => {
    const { body } = await test.get('/api/v1/applications');
    const commit = await test.commit({
      ...overlayFile('tea', { replicas: 2 }),
      'apps/business/milk-dev.yaml': undefined,
    });
    await test.until(
      () =>
        test.application('milk-dev') === undefined &&
        test.isAtRest('tea-dev') &&
        test.application('tea-dev').status?.history?.at(-1)?.revision ===
          commit,
    );
    const stream = open(
      `applications?resourceVersion=${body.metadata.resourceVersion}`,
    );
    await test.until(() => new Set(seen(stream.frames)).size >= 3);
    expect(new Set(seen(stream.frames))).toEqual(
      new Set([
        'DELETED milk-dev',
        'MODIFIED apps-business',
        'MODIFIED tea-dev',
      ]),
    );
    const versions = stream.frames.map(({ result }) => [
      result.type,
      Number(result.application.metadata.resourceVersion),
    ]);
    expect(new Set(versions.map(String)).size).toBe(versions.length);
    for (const [, version] of versions) {
      expect(version).toBeGreaterThan(Number(body.metadata.resourceVersion));
    }

    const { body: later } = await test.get('/api/v1/applications');
    const quiet = open(
      `applications?resourceVersion=${later.metadata.resourceVersion}&name=tea-dev`,
    );
    const tea = test.application('tea-dev');
    test.cluster.update({
      ...tea,
      metadata: {
        ...tea.metadata,
        labels: { ...tea.metadata.labels, new: 'label' },
      },
    });
    await test.until(() => quiet.frames.length > 0);
    expect(seen(quiet.frames).slice(0, 1)).toEqual(['MODIFIED tea-dev']);
  });

  it('sends only what is asked for', async () => {
    const fields =
      'result.type,result.application.metadata.name,result.application.status.sync.status';
    const stream = open(
      `applications?selector=shopstack.dev/service%3Dtea&fields=${fields}`,
    );
    await test.until(() => stream.frames.length > 0);
    expect(stream.frames).toEqual([
      {
        result: {
          type: 'ADDED',
          application: {
            metadata: { name: 'tea-dev' },
            status: { sync: { status: 'Synced' } },
          },
        },
      },
    ]);
  });

  it('drops fields that Argo CD does not let a stream be narrowed to', async () => {
    const fields =
      'result.type,result.application.metadata.name,result.application.status.history';
    const stream = open(`applications?name=tea-dev&fields=${fields}`);
    await test.until(() => stream.frames.length > 0);
    expect(stream.frames[0].result.application).toEqual({
      metadata: { name: 'tea-dev' },
    });
  });

  it('says when it cannot take up where a list was', async () => {
    const { body } = await test.get('/api/v1/applications');
    // More changes than are remembered.
    test.cluster.batch(() => {
      let note = test.cluster.create({
        apiVersion: 'v1',
        kind: 'ConfigMap',
        metadata: { name: 'note', namespace: 'default' },
      });
      for (let count = 0; count < 2_100; count += 1) {
        note = test.cluster.update({ ...note, data: { count: `${count}` } });
      }
    });
    const stream = open(
      `applications?resourceVersion=${body.metadata.resourceVersion}`,
    );
    await test.until(() => stream.ended);
    expect(stream.frames).toEqual([
      { error: expect.objectContaining({ http_code: 410 }) },
    ]);
  });

  it('speaks server-sent events with those who ask', async () => {
    const stream = open('applications?name=tea-dev', 'text/event-stream');
    await test.until(() => stream.text.includes('\n\n'));
    expect(stream.text).toMatch(/^data: \{"result":\{"type":"ADDED"/);
  });

  it('follows the tree of an application', async () => {
    const stream = open('applications/tea-dev/resource-tree?project=default');
    const pods = () =>
      (stream.frames.at(-1)?.result.nodes ?? []).filter(
        ({ kind }: any) => kind === 'Pod',
      ).length;
    await test.until(() => pods() === 1);
    await test.commit(overlayFile('tea', { replicas: 3 }));
    await test.until(() => pods() === 3);
    expect(stream.frames.length).toBeGreaterThan(1);
  });

  it('ends when the server closes', async () => {
    const stream = open('applications');
    await test.until(() => stream.frames.length > 0);
    await test.simulators[1].close?.();
    await test.until(() => stream.ended);
    expect(stream.ended).toBe(true);
  });
});
