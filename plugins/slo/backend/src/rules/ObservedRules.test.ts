import { mockServices } from '@backstage/backend-test-utils';
import {
  faultError,
  MemoryReadModel,
  ObservedSource,
} from '@shopstack/plugin-kit-node';
import type { LoadedRule } from '../upstream/PrometheusReader';
import { ObservedRules } from './ObservedRules';

const rule = (name: string, change: Partial<LoadedRule> = {}): LoadedRule => ({
  kind: 'recording',
  group: 'g',
  file: 'f',
  name,
  query: 'up',
  labels: { sloth_id: 'cart-availability' },
  annotations: {},
  holdSeconds: 0,
  intervalSeconds: 30,
  health: 'ok',
  ...change,
});

/** A Prometheus that has loaded rules, and what reads them at a time that a test tells. */
function setup(loaded: LoadedRule[]) {
  let now = Date.UTC(2026, 10, 14);
  const prometheus = {
    instance: 'main',
    calls: 0,
    fault: undefined as Error | undefined,
    async rules() {
      prometheus.calls += 1;
      if (prometheus.fault) throw prometheus.fault;
      return loaded;
    },
  };
  const rules = new ObservedRules(
    new ObservedSource({
      readModel: new MemoryReadModel(),
      logger: mockServices.logger.mock(),
      watchMs: 0,
      now: () => new Date(now),
    }),
  );
  return {
    prometheus,
    read: () => rules.read(prometheus),
    pass: (seconds: number) => (now += seconds * 1_000),
  };
}

it('keeps what tells of objectives, and of each at least one', async () => {
  const alert = rule('CartErrors', {
    kind: 'alerting',
    query: 'slo:sli_error:ratio_rate5m{sloth_id="cart-availability"} > 1',
    labels: { sloth_severity: 'page' },
  });
  const wanted = [
    rule('slo:sli_error:ratio_rate5m'),
    rule('slo:sli_error:ratio_rate3d', { health: 'err' }),
    rule('slo:sli_total:rate5m'),
    alert,
    rule('slo:objective:ratio', { labels: { sloth_id: 'cart-other' } }),
  ];
  const { read } = setup([
    ...wanted.slice(0, 2),
    rule('slo:sli_error:ratio_rate30m'),
    rule('slo:current_burn_rate:ratio', { health: 'err' }),
    ...wanted.slice(2, 4),
    rule('instance:cpu', { labels: {} }),
    rule('Down', { kind: 'alerting', labels: { severity: 'page' } }),
    ...wanted.slice(4),
    rule('slo:error_budget:ratio', { labels: { sloth_id: 'cart-other' } }),
  ]);
  expect((await read()).items).toEqual([wanted]);
});

it('gives the same list until it is read anew, sooner while a rule fails', async () => {
  const loaded = [rule('slo:sli_error:ratio_rate5m')];
  const { prometheus, read, pass } = setup(loaded);
  const [first] = (await read()).items;
  pass(299);
  expect((await read()).items[0]).toBe(first);
  expect(prometheus.calls).toBe(1);
  pass(2);
  loaded[0] = rule('slo:sli_error:ratio_rate5m', { health: 'err' });
  await read();
  expect(prometheus.calls).toBe(2);
  pass(61);
  await read();
  expect(prometheus.calls).toBe(3);
});

it('has none of a querier that knows no rules, and says why', async () => {
  const { prometheus, read } = setup([]);
  prometheus.fault = faultError('not-found', 'Prometheus');
  expect(await read()).toMatchObject({
    items: [],
    sources: [{ state: 'unavailable', reason: expect.any(String) }],
  });
});
