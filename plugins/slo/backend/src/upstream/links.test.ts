import {
  alertmanagerAlertUrl,
  alertmanagerSilenceUrl,
  grafanaUrl,
  prometheusAlertsUrl,
  prometheusGraphUrl,
} from './links';

const parametersOf = (address: string) =>
  Object.fromEntries(new URL(address).searchParams);

describe('links', () => {
  it('leads to the graph of an expression', () => {
    const expression = 'sum(rate(x{a="b&c#d"}[5m])) / 2 > bool 0';
    const address = prometheusGraphUrl('https://p.example/prom', expression, {
      rangeSeconds: 30 * 86_400,
      end: 1_700_000_000,
    });
    expect(address).toMatch(/^https:\/\/p\.example\/prom\/graph\?g0\.expr=/);
    expect(parametersOf(address)).toEqual({
      'g0.expr': expression,
      'g0.tab': '0',
      'g0.range_input': '30d',
      'g0.end_input': '2023-11-14 22:13:20',
    });
  });

  it('leads to the last hour, or to a table of now', () => {
    expect(parametersOf(prometheusGraphUrl('http://p', 'up'))).toEqual({
      'g0.expr': 'up',
      'g0.tab': '0',
      'g0.range_input': '1h',
    });
    expect(
      parametersOf(prometheusGraphUrl('http://p', 'up', { table: true })),
    ).toMatchObject({ 'g0.tab': '1' });
  });

  it('leads to the alerts of Prometheus', () => {
    expect(prometheusAlertsUrl('http://p/x', 'A & B')).toBe(
      'http://p/x/alerts?search=A%20%26%20B',
    );
  });

  it('leads to the alerts that carry labels, which may hold anything', () => {
    const address = alertmanagerAlertUrl('http://a/x', {
      sloth_id: 'cart-"x"\\y',
      sloth_severity: 'page',
    });
    const [place, search] = address.split('?');
    expect(place).toBe('http://a/x/#/alerts');
    expect(Object.fromEntries(new URLSearchParams(search))).toEqual({
      filter: '{sloth_id="cart-\\"x\\"\\\\y",sloth_severity="page"}',
      silenced: 'true',
      inhibited: 'true',
      active: 'true',
    });
  });

  it('leads to a silence, whatever its id', () => {
    expect(alertmanagerSilenceUrl('http://a', '../x?y#z')).toBe(
      'http://a/#/silences/..%2Fx%3Fy%23z',
    );
  });

  describe('to Grafana', () => {
    const template =
      'https://g.example/d/{{ service }}?var-slo={{slo}}&env={{environment}}';

    it('fills in each value, encoded', () => {
      expect(
        grafanaUrl(template, {
          service: '../a/b?c',
          slo: 'x&y=z#',
          environment: 'prod',
        }),
      ).toBe(
        'https://g.example/d/..%2Fa%2Fb%3Fc?var-slo=x%26y%3Dz%23&env=prod',
      );
    });

    it('is none where a value is missing, or would be a step in the path', () => {
      expect(grafanaUrl(template, { service: 'a', slo: 'b' })).toBeUndefined();
      expect(
        grafanaUrl(template, { service: '..', slo: 'b', environment: 'c' }),
      ).toBeUndefined();
      expect(grafanaUrl('https://g.example/d/all', {})).toBe(
        'https://g.example/d/all',
      );
    });
  });
});
