import { openDatabase } from '@shopstack/plugin-kit-node';
import { mockServices } from '@backstage/backend-test-utils';
import { storeDatabases } from '@shopstack/plugin-kit-node/testUtils';
import { wireApplication } from '../__testUtils__/argocdStub';
import { StreamStub } from '../__testUtils__/StreamStub';
import { until } from '../__testUtils__/until';
import type { FleetChange } from '../store/FleetApplication';
import { FleetStore } from '../store/FleetStore';
import { ApplicationStream } from '../upstream/ApplicationStream';
import { ArgocdClient } from '../upstream/ArgocdClient';
import { FleetFollower } from './FleetFollower';

const outOfSync = { sync: { status: 'OutOfSync' } };

describe.each(storeDatabases())('FleetFollower on $name', ({ open }) => {
  let stub: StreamStub;
  let store: FleetStore;
  let stop: AbortController;
  let turn: Promise<unknown>;
  let told: FleetChange[];
  let health: string[];

  const begin = (options: { idleMs?: number; timeoutMs?: number } = {}) => {
    const client = new ArgocdClient({
      instance: { name: 'main', url: stub.url, frontendUrl: stub.url },
      timeoutMs: options.timeoutMs ?? 10_000,
      actionTimeoutMs: 10_000,
      concurrency: 4,
    });
    const follower = new FleetFollower({
      upstream: new ApplicationStream('main', client, options.idleMs ?? 60_000),
      store,
      logger: mockServices.logger.mock(),
      turnMs: 300_000,
      firstPauseMs: 5,
      onChange: async (_, changes) => void told.push(...changes),
      onHealth: async (_, now) => void health.push(now),
    });
    turn = follower.turn(stop.signal);
  };
  const names = async () =>
    (await store.list()).map(({ name, sync }) => `${name} ${sync}`);
  const connected = (count: number) =>
    until(() => stub.streams.length >= count);

  beforeEach(async () => {
    const { database } = await open();
    store = new FleetStore(
      await openDatabase(database, '@shopstack/plugin-argocd-backend'),
    );
    stub = await StreamStub.start();
    stub.applications = [
      wireApplication('cart-dev'),
      wireApplication('cart-prod'),
    ];
    stop = new AbortController();
    told = [];
    health = [];
  });
  afterEach(async () => {
    stop.abort();
    await turn;
    await stub.close();
  });

  it('lists, then watches from there, with few fields', async () => {
    begin();
    await connected(1);
    expect(await names()).toEqual(['cart-dev Synced', 'cart-prod Synced']);
    const [list] = stub.lists;
    const fields = list.searchParams.get('fields')!.split(',');
    expect(fields).toContain('items.status.sync.status');
    expect(fields).not.toContain('items.status.history');
    const { url } = stub.streams[0];
    expect(url.searchParams.get('resourceVersion')).toBe('10');
    expect(url.searchParams.get('fields')).toContain('result.type');

    stub.send('MODIFIED', wireApplication('cart-dev', { status: outOfSync }));
    stub.send('ADDED', wireApplication('cart-staging'));
    stub.send('DELETED', wireApplication('cart-prod'));
    await until(async () => (await names()).includes('cart-staging Synced'));
    expect(await names()).toEqual([
      'cart-dev OutOfSync',
      'cart-staging Synced',
    ]);
    expect(stub.lists).toHaveLength(1);
    expect(told.at(-1)).toBeDefined();
  });

  it('tells of changes that the fleet does not show: the page of an application shows more', async () => {
    begin();
    await connected(1);
    told.length = 0;
    stub.send('MODIFIED', wireApplication('cart-dev'));
    await until(() => told.length > 0);
    expect(told[0].after?.name).toBe('cart-dev');
  });

  it.each<[string, () => void]>([
    ['an end', () => stub.end()],
    ['a cut', () => stub.cut()],
    [
      'an error frame',
      () => stub.write('{"error":{"http_code":410,"message":"too old"}}\n'),
    ],
    ['a malformed frame', () => stub.write('{"result":\n')],
    ['a frame of another kind', () => stub.write('[]\n')],
    ['an application that is none', () => stub.send('MODIFIED', {})],
    [
      'half a frame',
      () => {
        stub.write('{"result":{"type":"MODI');
        stub.cut();
      },
    ],
  ])('lists anew after %s, for what it missed', async (_, happens) => {
    begin();
    await connected(1);
    stub.send('MODIFIED', wireApplication('cart-dev'));
    await until(() => told.length > 0);
    // Meanwhile, unseen:
    stub.applications = [wireApplication('cart-dev', { status: outOfSync })];
    stub.resourceVersion = 20;
    happens();
    await connected(2);
    expect(await names()).toEqual(['cart-dev OutOfSync']);
    expect(stub.streams[1].url.searchParams.get('resourceVersion')).toBe('20');
  });

  it('survives a frame of 50 MB', async () => {
    begin();
    await connected(1);
    const before = process.memoryUsage().rss;
    const megabyte = 'x'.repeat(1024 * 1024);
    const { response } = stub.streams[0];
    let isOpen = true;
    const closed = new Promise<void>(resolve => {
      response.once('close', () => {
        isOpen = false;
        resolve();
      });
    });
    for (let sent = 0; sent < 50 && isOpen; sent += 1) {
      const written = new Promise(resolve => response.write(megabyte, resolve));
      await Promise.race([written, closed]);
    }
    await connected(2);
    expect(process.memoryUsage().rss - before).toBeLessThan(300 * 1024 * 1024);
    stub.send('ADDED', wireApplication('cart-staging'));
    await until(async () => (await names()).includes('cart-staging Synced'));
  });

  it('takes a stream without a word for dead, and asks', async () => {
    begin({ idleMs: 50 });
    await connected(3);
    expect(stub.lists.length).toBeGreaterThanOrEqual(3);
    expect((await store.states())[0].failingSince).toBeUndefined();
  });

  it('reads frames that come in pieces and slowly', async () => {
    begin();
    await connected(1);
    const text = `${JSON.stringify({
      result: { type: 'ADDED', application: wireApplication('café-dev') },
    })}\n`;
    const bytes = Buffer.from(text);
    const { response } = stub.streams[0];
    for (let at = 0; at < bytes.length; at += 7) {
      await new Promise(resolve =>
        response.write(bytes.subarray(at, at + 7), resolve),
      );
    }
    await until(() => told.length > 2);
    expect(await names()).toContain('café-dev Synced');
  });

  it('notes since when it fails and why, keeps what it has, and says when it is well', async () => {
    begin();
    await connected(1);
    stub.listStatus = 403;
    stub.end();
    const failing = await until(async () => {
      const [state] = await store.states();
      return state.failingSince && state;
    });
    expect(failing.reason).toBe(
      'Argo CD does not let the portal read this (403)',
    );
    expect(failing.listedAt).toBeDefined();
    expect(await names()).toHaveLength(2);
    await until(() => health.includes('failing'));

    stub.listStatus = 200;
    await connected(2);
    expect(health).toEqual(['failing', 'well']);
    expect((await store.states())[0].failingSince).toBeUndefined();
  });

  it('does not let a list that hangs keep the turn from ending', async () => {
    stub.listStatus = 0;
    begin({ timeoutMs: 100 });
    await until(async () => (await store.states()).length > 0);
    stop.abort();
    await turn;
    expect((await store.states())[0]).toMatchObject({
      listedAt: undefined,
      reason: 'Argo CD does not answer in time',
    });
  });
});
