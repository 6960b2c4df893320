import type { EntitySlos } from '@shopstack/plugin-slo-common';
import request from 'supertest';
import { component, naming, slosOf, startSlo } from './__testUtils__/startSlo';
import {
  hasRealPrometheus,
  type StartedPrometheus,
  startRealPrometheus,
} from './__testUtils__/startRealPrometheus';

const describeReal = hasRealPrometheus('the overview of objectives')
  ? describe
  : describe.skip;

jest.setTimeout(120_000);

const DAY = 86_400;
const STEP = 240;

type Labels = Record<string, string>;

/** Samples every four minutes. */
function samples(
  name: string,
  labels: Labels,
  value: number | ((time: number) => number),
  { from, to }: { from: number; to: number },
): string[] {
  const inner = Object.entries(labels).map(
    ([key, text]) => `${key}=${JSON.stringify(text)}`,
  );
  const lines: string[] = [];
  for (let time = from; time <= to; time += STEP) {
    const number = typeof value === 'number' ? value : value(time);
    lines.push(`${name}{${inner.join(',')}} ${number} ${time}`);
  }
  return lines;
}

const WINDOWS: Labels = { '5m': '', '1h': '', '1d': '', '30d': '' };

describeReal('the overview on a real Prometheus', () => {
  const now = Math.floor(Date.now() / 1000);
  const start = Math.floor(now / DAY - 10) * DAY + 7_500;
  let prometheus: StartedPrometheus;

  /** An objective with data for so long. */
  const objective = (
    name: string,
    seconds: number,
    ratio: number,
    info: Labels = {},
    /** Over five minutes. */
    short: number | ((time: number) => number) = ratio,
  ) => {
    const labels = {
      sloth_id: `cart-${name}`,
      sloth_service: 'cart',
      sloth_slo: name,
    };
    const span = { from: now - seconds, to: now + 1_800 };
    const recent = { from: now - 600, to: now + 1_800 };
    return [
      ...samples(
        'sloth_slo_info',
        {
          ...labels,
          sloth_objective: '99',
          sloth_mode: 'shopstack-guarded',
          ...info,
        },
        1,
        recent,
      ),
      ...samples('slo:time_period:days', labels, 30, recent),
      ...samples(
        'slo:sli_total:increase30d',
        { ...labels, sloth_window: '30d' },
        5_000,
        recent,
      ),
      ...Object.keys(WINDOWS).flatMap(window =>
        samples(
          `slo:sli_error:ratio_rate${window}`,
          { ...labels, sloth_window: window },
          window === '5m' ? short : ratio,
          window === '5m' ? span : recent,
        ),
      ),
    ];
  };

  beforeAll(async () => {
    const monthly = {
      sloth_id: 'cart-monthly',
      sloth_service: 'cart',
      sloth_slo: 'monthly',
      sloth_window: '5m',
    };
    const lines = [
      ...objective('old', 35 * DAY, 0.004),
      ...objective('new', 1_800, 0.02),
      ...objective(
        'monthly',
        now - start + DAY,
        0.3,
        {
          slo_window_kind: 'calendar',
          slo_window: 'month',
          slo_window_start: new Date(start * 1000).toISOString().slice(0, 19),
          slo_time_zone: 'Etc/UTC',
        },
        time => (time < start ? 0.5 : 0.004),
      ),
      // The month before had far more traffic, half of which failed.
      ...samples(
        'slo:sli_total:rate5m',
        monthly,
        time => (time < start ? 1_000 : 10),
        {
          from: start - DAY,
          to: now + 1_800,
        },
      ),
    ];
    // Texts of one metric have to stand together.
    const sorted = lines.sort((one, other) => {
      const key = (line: string) => line.slice(0, line.indexOf('} '));
      return key(one) < key(other) ? -1 : Number(key(one) > key(other));
    });
    prometheus = await startRealPrometheus({ openMetrics: sorted.join('\n') });
  });
  afterAll(() => prometheus.stop());

  it('tells what the samples say', async () => {
    const server = await startSlo({
      instances: [{ name: 'real', url: prometheus.url }],
      entities: [component('cart', naming('cart'))],
      config: { observe: { firstPatienceSeconds: 20 } },
    });
    const { body } = await request(server).get(slosOf('cart'));
    const { items, sources } = body as EntitySlos;
    expect(sources).toEqual([expect.objectContaining({ state: 'ok' })]);
    const byName = Object.fromEntries(items.map(item => [item.name, item]));
    expect(byName.old).toMatchObject({
      state: 'healthy',
      filled: 1,
      sli: 0.996,
      budget: { remaining: expect.closeTo(0.6, 9), events: { bad: 20 } },
    });
    expect(byName.new).toMatchObject({ state: 'warming-up' });
    expect(byName.new.filled! * 30 * DAY).toBeCloseTo(1_800, -3);
    expect(byName.monthly).toMatchObject({
      window: {
        kind: 'calendar',
        startedAt: new Date(start * 1000).toISOString(),
      },
      sli: expect.closeTo(0.996, 9),
      budget: { remaining: expect.closeTo(0.6, 6) },
    });
    const { total, bad } = byName.monthly.budget.events!;
    // What happened since the last full 5 minutes is not counted yet.
    expect(total / 10).toBeGreaterThan(now - start - 600);
    expect(total / 10).toBeLessThanOrEqual(Date.now() / 1000 - start);
    expect(bad).toBeCloseTo(total * 0.004, 3);
  });
});
