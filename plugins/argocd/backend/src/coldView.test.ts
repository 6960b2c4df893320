import { HttpStub, type StubReply } from '@shopstack/plugin-kit-node/testUtils';
import request from 'supertest';
import { serving, wireApplication } from './__testUtils__/argocdStub';
import {
  applicationsOf,
  component,
  selecting,
  startArgocd,
} from './__testUtils__/startArgocd';
import { until } from './__testUtils__/until';

const DELAY_MS = 300;
const sha = (number: number) => number.toString(16).padStart(40, '0');

/** Ten deployments of ten commits, the same in every environment. */
const deployed = (name: string) =>
  wireApplication(name, {
    status: {
      history: Array.from({ length: 10 }, (_, id) => ({
        id,
        revision: sha(id),
        deployedAt: '2026-11-20T10:00:00Z',
      })),
    },
  });

const isMetadata = ({ path }: { path: string }) => path.includes('/metadata');

describe('a view of three instances', () => {
  let stubs: HttpStub[];
  const calls = () => stubs.flatMap(stub => stub.requests);

  const slowly =
    (reply: (request: { path: string }) => StubReply) =>
    (asked: { path: string }): StubReply => {
      const answer = reply(asked);
      return typeof answer === 'string'
        ? answer
        : { ...answer, afterMs: DELAY_MS };
    };
  const start = (credentials: object = { token: 'token' }) =>
    startArgocd({
      instances: stubs.map((stub, index) => ({
        name: `i${index}`,
        url: stub.url,
        ...credentials,
      })),
      entities: [component('cart', selecting('cart'))],
    });

  beforeAll(async () => {
    stubs = await Promise.all([1, 2, 3].map(() => HttpStub.start()));
  });
  beforeEach(() => {
    stubs.forEach((stub, index) => {
      stub.reset();
      stub.reply = slowly(serving(deployed(`cart-${index}`)));
    });
  });
  afterAll(() => Promise.all(stubs.map(stub => stub.close())));

  it('costs one call an instance and waits for one of them; every commit is asked for once ever', async () => {
    const server = await start();
    // The first request of a backend pays for more than the view.
    await request(server).get(applicationsOf('none'));
    const begin = performance.now();
    const { body } = await request(server).get(applicationsOf('cart'));
    const took = performance.now() - begin;

    expect(body.items).toHaveLength(3);
    expect(calls().filter(call => !isMetadata(call))).toHaveLength(3);
    // One stage, and not the two that it would be with the metadata.
    expect(took).toBeLessThan(2 * DELAY_MS);

    const complete = await until(async () => {
      const view = await request(server).get(applicationsOf('cart'));
      const histories = view.body.items.flatMap(
        (item: { history: { author?: string }[] }) => item.history,
      );
      return (
        histories.every((each: { author?: string }) => each.author) && view
      );
    });
    expect(complete.body.items[0].history).toHaveLength(10);
    expect(calls().filter(isMetadata)).toHaveLength(10);
    expect(calls()).toHaveLength(13);
  });

  it('costs two hundred viewers what it costs one', async () => {
    const server = await start();
    const views = await Promise.all(
      Array.from({ length: 200 }, () =>
        request(server).get(applicationsOf('cart')),
      ),
    );
    expect(views.every(({ body }) => body.items.length === 3)).toBe(true);
    expect(calls().filter(call => !isMetadata(call))).toHaveLength(3);
    await until(() => calls().filter(isMetadata).length === 10);
  });

  it('logs in once for all, also when many ask', async () => {
    const held = stubs.map(stub => stub.reply);
    stubs.forEach((stub, index) => {
      stub.reply = asked =>
        asked.path === '/api/v1/session'
          ? { body: { token: `session-${index}` }, afterMs: DELAY_MS }
          : held[index](asked);
    });
    const server = await start({ username: 'portal', password: 'secret' });
    await Promise.all(
      [1, 2, 3].map(() => request(server).get(applicationsOf('cart'))),
    );
    await until(() => calls().filter(isMetadata).length === 10);
    const logins = calls().filter(({ path }) => path === '/api/v1/session');
    expect(logins).toHaveLength(3);
    expect(
      calls()
        .filter(({ path }) => path !== '/api/v1/session')
        .every(({ headers }) =>
          headers.authorization?.startsWith('Bearer session-'),
        ),
    ).toBe(true);
  });

  it('does not let a hung instance hold up the others', async () => {
    stubs[1].reply = () => 'hang';
    const server = await start();
    await request(server).get(applicationsOf('none'));
    const begin = performance.now();
    const { body } = await request(server).get(applicationsOf('cart'));

    // The patience with a first read alone would be 2,500.
    expect(performance.now() - begin).toBeLessThan(2_000);
    expect(body.items).toHaveLength(2);
    expect(body.sources.map(({ state }: { state: string }) => state)).toEqual([
      'ok',
      'unavailable',
      'ok',
    ]);
  });
});
