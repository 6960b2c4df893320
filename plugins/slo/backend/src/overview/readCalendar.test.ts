import {
  promqlProblem,
  seriesSelectors,
} from '@shopstack/plugin-slo-common/rules';
import { CannedReader } from '../details/__testUtils__/createTestDetails';
import { InstanceClock } from '../upstream/InstanceClock';
import { countedIds, readCalendar } from './readCalendar';
import type { RecordedSlo } from './InstanceOverview';

const NOW = Date.UTC(2026, 10, 14, 1, 2, 3) / 1000;
const STARTED_AT = '2026-11-01T00:00:00.000Z';

const slo = (id: string, change: Partial<RecordedSlo> = {}): RecordedSlo => ({
  id,
  service: 'cart',
  name: 'a',
  variant: {},
  labels: {},
  isGuarded: true,
  budgeting: 'occurrences',
  objective: 99.9,
  periodSeconds: 2_592_000,
  ratios: [],
  total: 1_000,
  alerts: [],
  ...change,
});

async function ask(slos: RecordedSlo[], now = NOW) {
  const reader = new CannedReader();
  const spending = await readCalendar(
    STARTED_AT,
    countedIds({ startedAt: STARTED_AT, slos }),
    { prometheus: reader, clock: new InstanceClock(() => now) },
  );
  expect(reader.asked).toHaveLength(1);
  return { spending, promql: reader.asked[0].promql };
}

it('asks each objective once, by what it is counted by', async () => {
  const { promql } = await ask([
    slo('b', { variant: { cluster: 'eu' } }),
    slo('b', { variant: { cluster: 'us' } }),
    slo('a'),
    slo('c', { budgeting: 'timeslices' }),
    slo('d', { total: undefined }),
  ]);
  const asked = seriesSelectors(promql).map(
    ({ metric, matchers }) => `${metric} ${matchers.map(({ text }) => text)}`,
  );
  expect([...new Set(asked)].sort()).toEqual([
    'slo:sli_error:ratio_rate5m sloth_id=~"b|a"',
    'slo:sli_error:ratio_rate5m sloth_id=~"d"',
    'slo:sli_slice:error_ratio sloth_id=~"c"',
    'slo:sli_total:rate5m sloth_id=~"b|a"',
  ]);
});

it.each([
  'cart-a.b',
  'a|b',
  'a" or up or x="',
  'a\\',
  'a\nb',
  '(((',
  '.*',
  '$^',
  '[z-a]{2,1}',
  'café ☕ \u0000\u007f',
])('asks for the objective %j and for no other', async id => {
  const { promql } = await ask([slo(id)]);
  expect(promqlProblem(promql)).toBeUndefined();
  const matchers = seriesSelectors(promql).flatMap(each => each.matchers);
  expect(matchers.length).toBeGreaterThan(0);
  for (const { label, text } of matchers) {
    expect(label).toBe('sloth_id');
    const literal = text.slice(text.indexOf('"'));
    const pattern: string = JSON.parse(
      literal.replace(/\\(.)/gs, (escape, kind) =>
        kind === 'x' ? '\\u00' : escape,
      ),
    );
    // Anchored, as Prometheus reads it.
    const matches = new RegExp(`^(?:${pattern})$`, 's');
    expect(matches.test(id)).toBe(true);
    for (const other of ['a', 'b', 'ab', 'cart-a', 'cart-aXb', '', `${id}x`]) {
      expect(matches.test(other)).toBe(false);
    }
  }
});

it('looks back to the start, and not at what was before', async () => {
  expect((await ask([slo('a')])).promql).toContain('[13d1h2m2s:5m]');
  const { spending, promql } = await ask(
    [slo('a')],
    Date.parse(STARTED_AT) / 1000 + 7,
  );
  expect(promql).toContain('[6s:5m]');
  expect(spending).toEqual({
    startedAt: STARTED_AT,
    elapsedSeconds: 7,
    series: [],
    warnings: [],
  });
});
