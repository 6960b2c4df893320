import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { openApiDocument } from '@shopstack/plugin-kit-node/testUtils';
import type { EntitySlos, SloSummary } from '@shopstack/plugin-slo-common';
import { type RunningSimulators, startSimulators } from '@shopstack/simulators';
import request from 'supertest';
import { component, naming, slosOf, startSlo } from './__testUtils__/startSlo';
import { until } from './__testUtils__/until';

jest.setTimeout(120_000);

describe('slo backend on the simulators', () => {
  const document = openApiDocument(resolve(__dirname, '../openapi.yaml'));
  const state = mkdtempSync(join(tmpdir(), 'slo-'));
  let simulators: RunningSimulators;

  beforeAll(async () => {
    simulators = await startSimulators({
      stateDirectory: state,
      examples: resolve(__dirname, '../../../../examples'),
    });
  });
  afterAll(async () => {
    await simulators.stop();
    rmSync(state, { recursive: true, force: true });
  });

  it('tells the objectives of a service as they are recorded, and asks nothing that the simulator refuses', async () => {
    const { prometheus, alertmanager } = simulators.addresses;
    const server = await startSlo({
      instances: [
        {
          name: 'shopstack',
          url: prometheus,
          alertmanager: { url: alertmanager },
        },
      ],
      slo: { maxAgeSeconds: 1 },
      entities: [component('cart', naming('cart'))],
    });

    const { items, sources } = await until(async () => {
      const { body } = await request(server).get(slosOf('cart'));
      const { items: found } = body as EntitySlos;
      return (
        found.some(({ filled }) => filled !== undefined) && (body as EntitySlos)
      );
    });

    expect(sources).toEqual([
      expect.objectContaining({ source: 'prometheus', state: 'ok' }),
      expect.objectContaining({ source: 'alertmanager', state: 'ok' }),
    ]);
    const byName = (wanted: string) =>
      items.find(({ name }) => name === wanted) as SloSummary;
    expect(byName('availability')).toMatchObject({
      environment: 'prod',
      category: 'technical',
      mode: 'guarded',
      objective: 99.9,
    });
    expect(byName('conversion').category).toBe('business');
    for (const { sli, budget, filled, state: told } of items) {
      expect(told).not.toMatch(/no-data|rules-not-loaded|invalid-sli/);
      expect(sli).toBeGreaterThan(0);
      expect(budget.events?.total).toBeGreaterThan(1_000);
      expect(filled).toBeGreaterThan(0);
    }

    const SLO = '/v1/entities/:kind/:namespace/:name/slos/:instance/:id';
    const get = async (template: string, rest: string) => {
      const path = `${slosOf('cart')}/shopstack/cart-availability${rest}`;
      const { status, body } = await request(server).get(path);
      expect(status).toBe(200);
      document.assertAnswers('get', `${SLO}${template}`, status, body);
      return body;
    };
    const detail = await get('', '');
    expect(detail.items[0].burnWindows).toHaveLength(4);
    for (const chart of ['budget', 'sli', 'requests', 'calendar']) {
      await get('/charts/:chart', `/charts/${chart}?last=6h`);
    }
    await get('/deployments', '/deployments?last=7d');
  });
});
