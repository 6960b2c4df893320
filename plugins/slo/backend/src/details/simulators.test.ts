import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { mockCredentials } from '@backstage/backend-test-utils';
import { SLO_CHARTS, type SloSummary } from '@shopstack/plugin-slo-common';
import { type RunningSimulators, startSimulators } from '@shopstack/simulators';
import { PrometheusClient } from '../upstream/PrometheusClient';
import {
  createTestDetails,
  TEST_CONFIG,
} from './__testUtils__/createTestDetails';
import { summarizeOverview } from './__testUtils__/summarizeOverview';

jest.setTimeout(180_000);

describe('every objective of the simulated world', () => {
  const state = mkdtempSync(join(tmpdir(), 'slo-details-'));
  let simulators: RunningSimulators;
  let client: PrometheusClient;
  let slos: SloSummary[];

  beforeAll(async () => {
    simulators = await startSimulators({
      stateDirectory: state,
      examples: resolve(__dirname, '../../../../../examples'),
    });
    client = new PrometheusClient({
      ...TEST_CONFIG,
      timeoutMs: 60_000,
      instance: {
        ...TEST_CONFIG.instances[0],
        url: simulators.addresses.prometheus,
      },
    });
    slos = await summarizeOverview(client);
  });
  afterAll(async () => {
    client?.close();
    await simulators?.stop();
    rmSync(state, { recursive: true, force: true });
  });

  const context = {
    entity: {
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Component',
      metadata: { name: 'cart' },
    },
    credentials: mockCredentials.user(),
  };

  it('has a page, and each chart that the page offers', async () => {
    expect(slos.length).toBeGreaterThan(3);
    const details = createTestDetails({ reader: client });
    // One of each kind is enough: they differ by what they count.
    const kinds = new Map(slos.map(slo => [slo.name, slo]));
    for (const slo of kinds.values()) {
      const { items, sources } = await details.getSlo(slo, context);
      expect([slo.id, sources.filter(each => each.state !== 'ok')]).toEqual([
        slo.id,
        [],
      ]);
      const [detail] = items;
      expect(detail.charts).toEqual(
        SLO_CHARTS.filter(chart => detail.charts.includes(chart)),
      );
      for (const chart of detail.charts) {
        const range =
          chart === 'calendar'
            ? { calendar: 'month' as const }
            : { last: '6h' };
        const answer = await details.getChart(slo, chart, range, context);
        const troubled = answer.sources.filter(each => each.state !== 'ok');
        expect([slo.id, chart, troubled]).toEqual([slo.id, chart, []]);
        const [drawn] = answer.items;
        const [series] = drawn.series;
        expect([slo.id, chart, series.values.length]).toEqual([
          slo.id,
          chart,
          drawn.times.length,
        ]);
        expect([
          slo.id,
          chart,
          series.values.some(value => value !== null),
        ]).toEqual([
          slo.id,
          chart,
          slo.sli !== undefined || chart === 'requests',
        ]);
      }
    }
  });

  it('has the numbers of its month on its page and in lists, which are those of the events', async () => {
    const slo = slos.find(({ id }) => id === 'web-storefront-availability')!;
    const { window, sli, budget } = slo;
    expect(window).toMatchObject({ kind: 'calendar', text: 'month' });
    const now = await client
      .query('vector(1)')
      .then(({ result }) => result[0].at);
    const elapsed = Math.round(now - Date.parse(window.startedAt!) / 1000);
    // The month of Berlin, of which some of the demo's thirty days are a part.
    expect(elapsed).toBeLessThan(31 * 86_400 + 7_200);

    const { items } = await createTestDetails({ reader: client }).getSlo(
      slo,
      context,
    );
    expect(items[0]).toMatchObject({
      state: slo.state,
      window,
      sli,
      budget,
    });

    const count = async (more: string) => {
      const { result } = await client.query(
        `sum(increase(http_requests_total{service="web-storefront",environment="prod"${more}}[${elapsed}s]))`,
      );
      return result[0]?.value ?? 0;
    };
    const total = await count('');
    const bad = await count(',status=~"5.."');
    const { events } = budget;
    expect(Math.abs(events!.total / total - 1)).toBeLessThan(0.01);
    expect(Math.abs(events!.bad - bad)).toBeLessThan(0.01 * bad + 5);
  });
});
