import { parse } from 'yaml';
import { generateFromFile } from './generateFromFile';

const FILE = `version: prometheus/v1
service: checkout
slos:
  - name: availability
    objective: 99.95
    sli:
      events:
        error_query: sum(rate(requests_total{code=~"5.."}[{{.window}}]))
        total_query: sum(rate(requests_total[{{.window}}]))
    alerting:
      name: CheckoutErrors
`;
const CALENDAR = `apiVersion: openslo/v1
kind: SLO
metadata:
  name: availability
spec:
  service: checkout
  indicator:
    metadata:
      name: good-requests
    spec:
      ratioMetric:
        good:
          metricSource:
            type: prometheus
            spec:
              query: sum(rate(requests_total{code!~"5.."}[{{.window}}]))
        total:
          metricSource:
            type: prometheus
            spec:
              query: sum(rate(requests_total[{{.window}}]))
  timeWindow:
    - duration: 1M
      isRolling: false
      calendar:
        startTime: 2026-01-01 00:00:00
        timeZone: Europe/Berlin
  budgetingMethod: Timeslices
  objectives:
    - target: 0.99
      timeSliceTarget: 0.95
      timeSliceWindow: 5m
`;

describe('generateFromFile', () => {
  it('makes rules and a dashboard of a file', () => {
    const { rules, dashboard, problems } = generateFromFile(FILE);
    expect(problems).toEqual([]);
    expect(parse(rules).groups).toHaveLength(3);
    expect(JSON.parse(dashboard)).toMatchObject({ uid: 'slo-checkout' });
  });

  it('makes a PrometheusRule for the operator', () => {
    const { rules } = generateFromFile(FILE, {
      format: 'prometheusrule',
      prometheusRule: { namespace: 'shop' },
    });
    expect(parse(rules)).toMatchObject({
      kind: 'PrometheusRule',
      metadata: { name: 'slo-checkout', namespace: 'shop' },
    });
  });

  it('makes nothing of a file with a problem', () => {
    const text = FILE.replace('99.95', '100');
    expect(generateFromFile(text, { file: 'checkout.yaml' })).toEqual({
      rules: '',
      dashboard: '',
      problems: [
        expect.objectContaining({
          file: 'checkout.yaml',
          line: 5,
          path: 'slos[0].objective',
        }),
      ],
    });
  });

  it('follows calendars and slices of time, but not as Sloth', () => {
    const { rules, problems } = generateFromFile(CALENDAR);
    expect(problems).toEqual([]);
    expect(rules).toContain('slo_window_kind: calendar');
    // Without the quotes it is a time to tools of YAML 1.1, and no text.
    expect(rules).toMatch(/slo_window_start: "\d{4}-\d\d-\d\dT[\d:]+"/);
    expect(rules).toContain('[30d:5m]');
    expect(generateFromFile(CALENDAR, { mode: 'sloth' })).toMatchObject({
      rules: '',
      problems: [{ reason: expect.stringContaining('no calendar windows') }],
    });
  });
});
