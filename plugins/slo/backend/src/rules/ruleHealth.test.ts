import type { LoadedRule } from '../upstream/PrometheusReader';
import { ruleHealth } from './ruleHealth';

const rule = (change: Partial<LoadedRule>): LoadedRule => ({
  kind: 'recording',
  group: 'g',
  file: 'f',
  name: 'slo:sli_error:ratio_rate5m',
  query: 'up',
  labels: { sloth_id: 'cart-availability' },
  annotations: {},
  holdSeconds: 0,
  intervalSeconds: 30,
  health: 'ok',
  ...change,
});

const alert = (change: Partial<LoadedRule>): LoadedRule =>
  rule({
    kind: 'alerting',
    name: 'CartErrors',
    query:
      'max(slo:sli_error:ratio_rate5m{sloth_id="cart-availability"} > 1) without (sloth_window)',
    labels: { sloth_severity: 'page' },
    ...change,
  });

describe('ruleHealth', () => {
  it('finds the alerts of an objective by what they read', () => {
    expect(
      ruleHealth([
        rule({}),
        alert({}),
        alert({ labels: { sloth_severity: 'ticket' } }),
        alert({ query: 'up == 0', labels: {} }),
      ]),
    ).toEqual([{ id: 'cart-availability', alerts: ['page', 'ticket'] }]);
  });

  it('reads names with quotes in them', () => {
    const [health] = ruleHealth([
      alert({ query: 'x{sloth_id="a\\"b\\\\c"} > 1' }),
    ]);
    expect(health.id).toBe('a"b\\c');
  });

  it('takes an alert that cannot be evaluated for none', () => {
    expect(ruleHealth([alert({ health: 'err' })])[0].alerts).toEqual([]);
  });

  it('tells why the shares are not recorded', () => {
    expect(
      ruleHealth([
        rule({ health: 'err', lastError: 'many-to-many' }),
        rule({ name: 'slo:objective:ratio', health: 'err', lastError: 'x' }),
      ]),
    ).toEqual([
      {
        id: 'cart-availability',
        alerts: [],
        error: 'slo:sli_error:ratio_rate5m: many-to-many',
      },
    ]);
  });
});
