import type { Server } from 'node:http';
import { mockServices } from '@backstage/backend-test-utils';
import { HttpStub, recordFigure } from '@shopstack/plugin-kit-node/testUtils';
import request from 'supertest';
import { denyingPolicy } from '../testing/denyingPolicy';
import { CART_REF } from '../testing/entities';
import { mountedRoutes } from '../testing/mountedRoutes';
import { type Caller, callers } from '../testing/people';
import { portalBackends } from '../testing/portalBackends';
import { portalConfig } from '../testing/portalConfig';
import {
  type PortalBackendsOptions,
  startPortalBackends,
} from '../testing/startPortalBackends';
import { until } from '../testing/until';
import { expectedVerdict, type Verdict } from './expectedVerdict';
import { ROUTE_TABLE, type RouteRow } from './routeTable';

const ALL = Object.keys(callers) as Caller[];
const nameOf = ({
  plugin,
  method,
  path,
}: Omit<RouteRow, 'access' | 'example'>) => `${method} /api/${plugin}${path}`;

const callersWhere = (
  { access }: RouteRow,
  condition: (verdict: Verdict) => boolean,
) => ALL.filter(caller => condition(expectedVerdict(access, caller)));

/**
 * Acting on an upstream, planning on a forge, or a text that is downloaded, when the upstream does not answer: the one
 * failure with a status of its own, since there is no list beside which it could be told.
 */
const mayBeUnavailable = ({ plugin, method, path }: RouteRow, status: number) =>
  status === 503 &&
  (method === 'POST' || plugin === 'golden-path' || path.endsWith('.txt'));

/** What Backstage itself mounts for every plugin. */
const isStock = (path: string) => /^\/\.(backstage|well-known)\//.test(path);

describe('routes x callers', () => {
  let upstream: HttpStub;
  let server: Server;
  let refusing: Server;

  const start = async (options: Partial<PortalBackendsOptions> = {}) => {
    const { url } = upstream;
    const backend = await startPortalBackends({
      config: portalConfig({
        github: url,
        ecr: url,
        codebuild: url,
        secrets: url,
        argocd: url,
        kubernetes: url,
        prometheus: url,
        alertmanager: url,
      }),
      features: [
        // Nothing but requests shall reach the upstreams here.
        mockServices.scheduler.factory({ skipTaskRunOnStartup: true }),
      ],
      ...options,
    });
    return backend.server as unknown as Server;
  };

  const ask = (
    on: Server,
    { plugin, method, example }: RouteRow,
    as: Caller,
  ) => {
    const path = `/api/${plugin}${example.path}`;
    const call =
      method === 'GET'
        ? request(on).get(path)
        : request(on).post(path).send(example.body);
    return call.set('Authorization', callers[as]);
  };

  beforeAll(async () => {
    upstream = await HttpStub.start();
    server = await start();
    refusing = await start({ policy: denyingPolicy });
    await until(async () => {
      const { status } = await request(server)
        .get(`/api/catalog/entities/by-name/${CART_REF.replace(':', '/')}`)
        .set('Authorization', callers.viewer);
      return status === 200;
    });
  });
  afterAll(() => upstream.close());

  it('has every route that is served in its table, and no other', () => {
    const ours = Object.keys(portalBackends).map(name =>
      name.replace(/^@shopstack\/plugin-|-backend$/g, ''),
    );
    const served = mountedRoutes(server)
      .filter(({ plugin, path }) => ours.includes(plugin) && !isStock(path))
      .map(route => nameOf(route as RouteRow));
    expect(ROUTE_TABLE.map(nameOf).sort()).toEqual(served.sort());
  });

  describe.each(ROUTE_TABLE.map(row => [nameOf(row), row] as const))(
    'refusals of %s',
    (_name, row) => {
      it.each(callersWhere(row, verdict => verdict !== 'served'))(
        'refuses %s, and asks no upstream',
        async caller => {
          const before = upstream.requests.length;
          const { status } = await ask(server, row, caller);
          expect(status).toBe(expectedVerdict(row.access, caller));
          expect(upstream.requests.slice(before)).toEqual([]);
        },
      );

      // A service's own rights are not asked of the policy: Backstage trusts the portal's backends.
      const people = callersWhere(row, verdict => verdict === 'served').filter(
        caller => caller !== 'service',
      );
      people.forEach(caller => {
        it(`refuses ${caller} when the policy does, and asks no upstream`, async () => {
          const before = upstream.requests.length;
          expect((await ask(refusing, row, caller)).status).toBe(403);
          expect(upstream.requests.slice(before)).toEqual([]);
        });
      });
    },
  );

  // After all refusals: what is served makes the portal ask its upstreams, and go on asking for a while.
  describe.each(ROUTE_TABLE.map(row => [nameOf(row), row] as const))(
    '%s',
    (_name, row) => {
      it.each(callersWhere(row, verdict => verdict === 'served'))(
        'serves %s',
        async caller => {
          const { status } = await ask(server, row, caller);
          expect([401, 403]).not.toContain(status);
          expect(status < 500 || mayBeUnavailable(row, status)).toBe(true);
        },
      );
    },
  );

  it('is as large as it says', () => {
    const cells = ROUTE_TABLE.length * ALL.length;
    recordFigure(
      `Route matrix, cells of ${ROUTE_TABLE.length} routes x ${ALL.length} callers`,
      cells,
    );
    expect(cells).toBeGreaterThan(100);
  });
});
