import type { Server } from 'node:http';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  HttpStub,
  recordFigure,
  type StubReply,
  type StubRequest,
} from '@shopstack/plugin-kit-node/testUtils';
import slo from '@shopstack/plugin-slo-backend';
import { SLO_CHARTS } from '@shopstack/plugin-slo-common';
import { seriesSelectors } from '@shopstack/plugin-slo-common/rules';
import fc from 'fast-check';
import request from 'supertest';
import { CART_PATH, cart } from '../testing/entities';
import { callers } from '../testing/people';
import { problemOf } from './expectedRequests';
import { FRAGMENTS, hostileName } from './hostileText';

jest.setTimeout(600_000);

const SEED = 20_261_121;
const RUNS = 60;

/** The names of one objective, as a Prometheus may hold them: it forbids nothing in the value of a label. */
interface Names {
  name: string;
  cluster: string;
}

const idOf = ({ name }: Names) => `cart-${name}`;

/** The label of a matcher as Prometheus understands it. */
function valueOf(matcher: string): string {
  const literal = matcher.slice(matcher.indexOf('"'));
  return JSON.parse(
    literal.replace(/\\(.)/gs, (escape, kind) =>
      kind === 'x' ? '\\u00' : escape,
    ),
  );
}

describe('PromQL with hostile names in it', () => {
  let upstream: HttpStub;
  let server: Server;
  let names: Names = { name: 'slo', cluster: 'eu' };
  let asked = 0;

  /** Two clusters record the objective, so that a label tells them apart. */
  const series = () =>
    [names.cluster, 'other'].map(cluster => ({
      sloth_id: idOf(names),
      sloth_service: 'cart',
      sloth_slo: names.name,
      cluster,
    }));

  const rules = () => [
    {
      name: 'group',
      file: 'file',
      interval: 30,
      rules: series().map(labels => ({
        type: 'recording',
        name: 'slo:sli_error:ratio_rate5m',
        query:
          'sum(rate(bad{service="cart"}[5m])) / sum(rate(all{service="cart"}[5m]))',
        labels: { ...labels, sloth_window: '5m' },
        health: 'ok',
      })),
    },
  ];

  const reply = ({ path, body }: StubRequest): StubReply => {
    const { pathname } = new URL(path, 'http://x');
    const answer = (resultType: string, result: object[]) => ({
      body: { status: 'success', data: { resultType, result } },
    });
    if (pathname.endsWith('/rules')) {
      return { body: { status: 'success', data: { groups: rules() } } };
    }
    if (pathname.endsWith('/query_range')) {
      return answer('matrix', []);
    }
    const now = Date.now() / 1000;
    const promql = new URLSearchParams(body).get('query') ?? '';
    const rows = (more: Record<string, string>, value: string) =>
      series().map(labels => ({
        metric: { ...labels, ...more },
        value: [now, value],
      }));
    if (promql === 'sloth_slo_info') {
      return answer('vector', rows({ sloth_objective: '99.9' }, '1'));
    }
    return answer(
      'vector',
      /ratio_rate\.\+/.test(promql)
        ? ['5m', '1h', '1d', '30d'].flatMap(window =>
            rows(
              {
                __name__: `slo:sli_error:ratio_rate${window}`,
                sloth_window: window,
              },
              '0.0001',
            ),
          )
        : [],
    );
  };

  beforeAll(async () => {
    upstream = await HttpStub.start();
    upstream.reply = reply;
    const backend = await startTestBackend({
      features: [
        slo,
        mockServices.rootConfig.factory({
          data: {
            slo: {
              maxAgeSeconds: 0.001,
              instances: [{ name: 'shopstack', url: upstream.url }],
            },
            observe: { watchSeconds: 0.001 },
          },
        }),
        catalogServiceMock.factory({
          entities: [
            {
              ...cart,
              metadata: { ...cart.metadata, namespace: 'default' },
            },
          ],
        }),
      ],
    });
    server = backend.server as unknown as Server;
  });
  afterAll(() => upstream.close());

  const get = (path: string) =>
    request(server)
      .get(`/api/slo${CART_PATH}/slos${path}`)
      .set('Authorization', callers.service);

  /** A selector of one objective selects that one, character by character. */
  const namesProblem = (body: string): string | undefined => {
    const promql = new URLSearchParams(body).get('query') ?? '';
    const matchers = seriesSelectors(promql).flatMap(each => each.matchers);
    const wrong = matchers.find(
      ({ label, text }) =>
        (label === 'sloth_id' &&
          text !== 'sloth_id!=""' &&
          valueOf(text) !== idOf(names)) ||
        (label === 'cluster' && valueOf(text) !== names.cluster),
    );
    return wrong && `The matcher ${wrong.text} is none of the objective`;
  };

  const look = async () => {
    const reference = `/shopstack/${encodeURIComponent(`${idOf(names)}{cluster=${JSON.stringify(names.cluster)}}`)}`;
    const answers = await Promise.all([
      get(''),
      get(reference),
      get(`${reference}/deployments?last=30d`),
      ...SLO_CHARTS.map(chart => get(`${reference}/charts/${chart}?last=1h`)),
    ]);
    const seen = upstream.requests.splice(0);
    const problems = seen.flatMap(each => {
      const problem = problemOf(each) ?? namesProblem(each.body);
      return problem ? [{ problem, path: each.path, body: each.body }] : [];
    });
    asked += seen.length;
    return { statuses: answers.map(({ status }) => status), problems };
  };

  it('is what it would be for any other name', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.record({
          name: hostileName,
          cluster: hostileName,
        }),
        async hostile => {
          names = hostile;
          const { statuses, problems } = await look();
          expect(problems).toEqual([]);
          // An id that is too long is a 400, one that is no text at all a 404.
          expect(
            statuses.filter(status => ![200, 400, 404].includes(status)),
          ).toEqual([]);
        },
      ),
      { numRuns: RUNS, seed: SEED, endOnFailure: true },
    );
    expect(asked).toBeGreaterThan(RUNS);
    recordFigure('Queries of Prometheus with hostile names', asked);
  });

  it.each(FRAGMENTS.map(name => [JSON.stringify(name).slice(0, 60), name]))(
    'is what it would be for %s',
    async (_title, fragment) => {
      names = { name: `a${fragment}b`, cluster: fragment };
      expect((await look()).problems).toEqual([]);
    },
  );
});
