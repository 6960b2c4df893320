import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import request from 'supertest';
import { PrometheusStub } from './__testUtils__/PrometheusStub';
import { record, recordedSeries } from './__testUtils__/recordedSeries';
import {
  ALL_SLOS,
  component,
  naming,
  slosOf,
  startSlo,
} from './__testUtils__/startSlo';

describe('slo backend', () => {
  let main: PrometheusStub;
  let edge: PrometheusStub;

  const start = (options: Partial<Parameters<typeof startSlo>[0]> = {}) =>
    startSlo({
      instances: [
        { name: 'main', url: main.url },
        { name: 'edge', url: edge.url },
      ],
      entities: [
        component('cart', naming('cart')),
        component('shop', naming('cart, order', 'edge,moon')),
        component('bare'),
      ],
      ...options,
    });

  beforeAll(async () => {
    [main, edge] = await Promise.all([
      PrometheusStub.start(),
      PrometheusStub.start(),
    ]);
  });
  beforeEach(() => {
    main.reset();
    edge.reset();
    record(main, [
      ...recordedSeries({ total: 100_000 }),
      ...recordedSeries({ name: 'latency', ratio: 0.002 }),
      ...recordedSeries({ service: 'stray' }),
    ]);
    record(edge, recordedSeries({ service: 'order' }));
  });
  afterAll(() => Promise.all([main.close(), edge.close()]));

  it('lists the objectives of an entity, the worst first, with few queries, and none when it is asked again', async () => {
    const server = await start();

    const { status, body } = await request(server).get(slosOf('cart'));

    expect(status).toBe(200);
    expect(body.problems).toEqual([]);
    expect(body.items).toEqual([
      expect.objectContaining({
        instance: 'main',
        id: 'cart-latency',
        state: 'exhausted',
        entityRef: 'component:default/cart',
        owner: 'group:default/team-checkout',
        system: 'system:default/checkout',
      }),
      expect.objectContaining({
        id: 'cart-availability',
        state: 'healthy',
        objective: 99.9,
        sli: 0.9998,
        mode: 'guarded',
        window: { kind: 'rolling', seconds: 2_592_000, text: '30d' },
        filled: 1,
      }),
    ]);
    expect(body.items[1].budget.events.left).toBeCloseTo(80, 6);
    expect(body.sources).toEqual([
      expect.objectContaining({
        source: 'prometheus',
        instance: 'main',
        state: 'ok',
        topic: expect.any(String),
      }),
      expect.objectContaining({ instance: 'edge', state: 'ok' }),
    ]);
    const asked = main.requests.length;
    expect(asked).toBe(6);
    await request(server).get(slosOf('cart'));
    await request(server).get(ALL_SLOS);
    expect(main.requests).toHaveLength(asked);
  });

  it('reads the rules once for the list and for all pages', async () => {
    const server = await start();
    await request(server).get(slosOf('cart'));
    for (const id of ['cart-availability', 'cart-latency']) {
      const { body } = await request(server).get(
        `${slosOf('cart')}/main/${id}`,
      );
      expect(body.items).toHaveLength(1);
    }
    const ofRules = main.requests.filter(({ path }) =>
      path.includes('/api/v1/rules'),
    );
    expect(ofRules).toHaveLength(1);
  });

  it('asks only the instances that the entity means, and names unknown ones', async () => {
    const { body } = await request(await start()).get(slosOf('shop'));
    expect(body.items.map(({ id }: { id: string }) => id)).toEqual([
      'order-availability',
    ]);
    expect(main.requests).toHaveLength(0);
    expect(body.sources).toEqual([
      expect.objectContaining({ instance: 'edge', state: 'ok' }),
      {
        source: 'prometheus',
        instance: 'moon',
        state: 'unavailable',
        reason: 'No such Prometheus is configured',
      },
    ]);
  });

  it('says that no Prometheus is configured', async () => {
    const { body } = await request(await start({ instances: [] })).get(
      slosOf('cart'),
    );
    expect(body.items).toEqual([]);
    expect(body.sources).toEqual([
      {
        source: 'prometheus',
        state: 'unavailable',
        reason: 'No Prometheus is configured',
      },
    ]);
  });

  describe('the list of all', () => {
    const idsOf = (body: { items: { id: string }[] }) =>
      body.items.map(({ id }) => id).sort();

    it('holds those of no entity for who may see them', async () => {
      const { body } = await request(await start()).get(ALL_SLOS);
      expect(idsOf(body)).toEqual([
        'cart-availability',
        'cart-latency',
        'order-availability',
        'stray-availability',
      ]);
      expect(body.totals).toMatchObject({ healthy: 3, exhausted: 1 });
    });

    it.each([
      ['state=exhausted', ['cart-latency']],
      ['search=LATENCY', ['cart-latency']],
      ['instance=edge', ['order-availability']],
      [
        'ownedBy=group:default/team-checkout&ownedBy=group:default/other',
        ['cart-availability', 'cart-latency', 'order-availability'],
      ],
      ['ownedBy=group:default/other', []],
      [
        'system=system:default/CHECKOUT&state=healthy',
        ['cart-availability', 'order-availability'],
      ],
    ])('is narrowed by %s', async (query, ids) => {
      const { body } = await request(await start()).get(`${ALL_SLOS}?${query}`);
      expect(idsOf(body)).toEqual(ids);
    });

    it('counts states before it narrows them', async () => {
      const { body } = await request(await start()).get(
        `${ALL_SLOS}?state=exhausted&search=cart`,
      );
      expect(body.totals).toMatchObject({ healthy: 1, exhausted: 1 });
    });
  });

  it.each([
    [slosOf('bare'), 400, "has no annotation 'shopstack.dev/slo-service'"],
    [slosOf('nobody'), 404, 'No entity'],
    [`${slosOf('cart')}/main/order-availability`, 404, 'has no objective'],
    [`${slosOf('cart')}/edge/cart-latency`, 404, 'has no objective'],
    [`${slosOf('cart')}/a%20b/cart-latency`, 400, 'name of the instance'],
    [`${slosOf('cart')}/main/${'x'.repeat(1_001)}`, 400, 'id of the objective'],
    [`${ALL_SLOS}?state=fine`, 400, "'state'"],
    [`${ALL_SLOS}?colour=red`, 400, "'colour'"],
    [`${ALL_SLOS}?search=${'x'.repeat(254)}`, 400, "'search'"],
    [`${slosOf('cart')}/main/cart-latency/charts/pie?last=1h`, 400, 'chart'],
    [`${slosOf('cart')}/main/cart-latency/charts/sli`, 400, "give 'last'"],
    [
      `${slosOf('cart')}/main/cart-latency/charts/sli?last=1h&calendar=week`,
      400,
      "give 'last'",
    ],
    [
      `${slosOf('cart')}/main/cart-latency/charts/sli?last=${'1h'.repeat(20)}`,
      400,
      "'last'",
    ],
    [
      `${slosOf('cart')}/main/cart-latency/charts/sli?from=2026-11-01T00:00:00Z`,
      400,
      "'to'",
    ],
    [
      `${slosOf('cart')}/main/cart-latency/deployments?from=x&to=y`,
      400,
      "'from'",
    ],
    [
      `${slosOf('cart')}/main/cart-latency/deployments?calendar=day`,
      400,
      "'calendar'",
    ],
  ])('refuses %s with %s', async (path, status, message) => {
    const response = await request(await start()).get(path);
    expect(response.status).toBe(status);
    expect(response.body.error.message).toContain(message);
  });

  it('asks nobody for who may not read', async () => {
    const paths = [
      ALL_SLOS,
      slosOf('cart'),
      `${slosOf('cart')}/main/cart-latency`,
      `${slosOf('cart')}/main/cart-latency/charts/sli?last=1h`,
      `${slosOf('cart')}/main/cart-latency/deployments?last=1h`,
    ];
    const denying = await start({ result: AuthorizeResult.DENY });
    const server = await start();
    for (const path of paths) {
      expect((await request(denying).get(path)).status).toBe(403);
      const anonymous = await request(server)
        .get(path)
        .set('Authorization', mockCredentials.none.header());
      expect(anonymous.status).toBe(401);
    }
    expect(main.requests).toHaveLength(0);
  });

  it('keeps the objectives warm before anybody looks', async () => {
    const server = await start({
      features: [
        mockServices.scheduler.factory({
          includeInitialDelayedTasksOnStartup: true,
        }),
      ],
    });
    expect(main.requests).toHaveLength(6);
    const { body } = await request(server).get(ALL_SLOS);
    expect(body.items).toHaveLength(4);
    expect(main.requests).toHaveLength(6);
  });
});
