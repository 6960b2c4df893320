import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { TestCluster, workload } from '../__testUtils__/openCluster';
import { CLUSTER_TOKEN } from './authenticate';

// Many steps each, on a machine that may do other things meanwhile.
jest.setTimeout(60_000);

/** Reads lines of JSON as they come. */
class Lines {
  readonly events: any[] = [];
  ended = false;
  readonly #abort = new AbortController();

  constructor(url: string) {
    void this.#read(url);
  }

  stop() {
    this.#abort.abort();
  }

  async #read(url: string) {
    try {
      const response = await fetch(url, {
        headers: { Authorization: `Bearer ${CLUSTER_TOKEN}` },
        signal: this.#abort.signal,
      });
      let rest = '';
      for await (const chunk of response.body!.pipeThrough(
        new TextDecoderStream(),
      )) {
        const lines = (rest + chunk).split('\n');
        rest = lines.pop()!;
        this.events.push(...lines.map(line => JSON.parse(line)));
      }
    } catch (error) {
      if (!this.#abort.signal.aborted) {
        throw error;
      }
    }
    this.ended = true;
  }
}

describe('a watch', () => {
  let test: TestCluster;
  let server: Server;
  let open: Lines[];

  beforeEach(async () => {
    open = [];
    test = new TestCluster();
    server = createServer((request, response) =>
      test.simulator.app(request, response),
    );
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  });

  afterEach(async () => {
    open.forEach(lines => lines.stop());
    server.closeAllConnections();
    await new Promise(resolve => server.close(resolve));
    await test.close();
  });

  function watch(query: string, plural: string = 'deployments'): Lines {
    const { port } = server.address() as AddressInfo;
    const lines = new Lines(
      `http://127.0.0.1:${port}/apis/apps/v1/${plural}?watch=1&${query}`,
    );
    open.push(lines);
    return lines;
  }

  const seen = (lines: Lines) =>
    lines.events
      .filter(({ type }) => type !== 'BOOKMARK')
      .map(({ type, object }) => `${type} ${object.metadata.name}`);

  it('begins with what there is, and goes on with what happens', async () => {
    test.create(workload('Deployment', { name: 'tea' }));
    const lines = watch('');
    await test.until(() => seen(lines).includes('ADDED tea'));
    test.create(workload('Deployment', { name: 'milk' }));
    await test.until(() => seen(lines).includes('MODIFIED milk'));
    test.cluster.delete('apps/v1/Deployment/shop/tea');
    await test.until(() => seen(lines).includes('DELETED tea'));
    expect(
      lines.events.every(({ object }) => object.kind === 'Deployment'),
    ).toBe(true);
  });

  it('resumes where a client was, without a gap', async () => {
    test.create(workload('Deployment', { name: 'tea' }));
    const version = test.cluster.resourceVersion;
    test.create(workload('Deployment', { name: 'milk' }));
    test.cluster.delete('apps/v1/Deployment/shop/tea');
    const lines = watch(`resourceVersion=${version}`);
    await test.until(() => seen(lines).includes('DELETED tea'));
    expect(seen(lines).slice(0, 2)).toEqual(['ADDED milk', 'DELETED tea']);
  });

  it('says so when it does not remember that far back', async () => {
    const version = test.cluster.resourceVersion;
    await test.world.close();
    test.open();
    const lines = watch(`resourceVersion=${version}`);
    await test.until(() => lines.ended);
    expect(lines.events).toMatchObject([
      {
        type: 'ERROR',
        object: { kind: 'Status', code: 410, reason: 'Expired' },
      },
    ]);
  });

  it('shows objects coming and going as they match a selector', async () => {
    test.create(
      workload('Deployment', { name: 'tea', labels: { hot: 'yes' } }),
    );
    const lines = watch('labelSelector=hot%3Dyes');
    await test.until(() => seen(lines).includes('ADDED tea'));
    const relabel = (labels: Record<string, string>) => {
      const object = test.find('Deployment', 'tea');
      test.cluster.update({
        ...object,
        metadata: { ...object.metadata, labels },
      });
    };
    relabel({});
    await test.until(() => seen(lines).includes('DELETED tea'));
    expect(seen(lines)).toEqual(['ADDED tea', 'DELETED tea']);
    relabel({ hot: 'yes' });
    await test.until(
      () => seen(lines).filter(each => each === 'ADDED tea').length === 2,
    );
  });

  it('marks the end of what there was, for clients that ask', async () => {
    test.create(workload('Deployment', { name: 'tea' }));
    const lines = watch(
      'sendInitialEvents=true&resourceVersionMatch=NotOlderThan&allowWatchBookmarks=true',
    );
    await test.until(() =>
      lines.events.some(({ type }) => type === 'BOOKMARK'),
    );
    const mark = lines.events.find(({ type }) => type === 'BOOKMARK');
    expect(mark.object.metadata.annotations).toEqual({
      'k8s.io/initial-events-end': 'true',
    });
    expect(Number(mark.object.metadata.resourceVersion)).toBeGreaterThan(0);
  });

  it('ends when the server closes', async () => {
    const lines = watch('');
    test.create(workload('Deployment'));
    await test.until(() => lines.events.length > 0);
    await test.simulator.close?.();
    await test.until(() => lines.ended);
    expect(lines.ended).toBe(true);
  });
});
