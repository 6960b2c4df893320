import { parseAllDocuments } from 'yaml';
import { documentOf, sloOf } from './__testUtils__/documents';
import { dashboardOf, refusedSlos, rulesOf } from './generateFiles';

const kubernetes = {
  name: 'checkout',
  namespace: 'shop',
  labels: { prometheus: 'main', 'app.kubernetes.io/component': 'SLI' },
  annotations: { owner: 'team-checkout' },
};
const object = documentOf({}, { kubernetes, format: 'sloth.slok.dev/v1' });
const plain = documentOf();
const second = documentOf({ name: 'latency' });
const read = (text: string) =>
  parseAllDocuments(text).map(document => document.toJS());
const namesOf = (groups: { name: string }[]) =>
  groups.map(({ name }) => name.replace(/^sloth-slo-/, ''));

describe('rulesOf', () => {
  it('puts files of rules together, as Prometheus reads one document of a file', () => {
    const files = read(rulesOf([plain, second]));
    expect(files).toHaveLength(1);
    expect(namesOf(files[0].groups)).toEqual([
      'sli-recordings-checkout-availability',
      'meta-recordings-checkout-availability',
      'alerts-checkout-availability',
      'sli-recordings-checkout-latency',
      'meta-recordings-checkout-latency',
      'alerts-checkout-latency',
    ]);
  });

  it('makes an object of an object, with what it says of itself', () => {
    const [rule] = read(rulesOf([object], { mode: 'sloth' }));
    expect(rule).toMatchObject({
      apiVersion: 'monitoring.coreos.com/v1',
      kind: 'PrometheusRule',
      metadata: {
        name: 'checkout',
        namespace: 'shop',
        labels: {
          'app.kubernetes.io/component': 'SLI',
          'app.kubernetes.io/managed-by': 'sloth',
          prometheus: 'main',
        },
        annotations: { owner: 'team-checkout' },
      },
    });
    expect(rule.spec.groups).toHaveLength(3);
  });

  it('keeps objects apart, and in order with files of rules', () => {
    const other = documentOf(
      { name: 'latency' },
      { kubernetes: { ...kubernetes, name: 'other' } },
    );
    const files = read(rulesOf([object, other, plain]));
    expect(files.map(({ kind }) => kind)).toEqual([
      'PrometheusRule',
      'PrometheusRule',
      undefined,
    ]);
  });

  it('makes the other format where it is asked for', () => {
    expect(
      read(rulesOf([object], { format: 'prometheus' }))[0].groups,
    ).toHaveLength(3);
    const [rule, ...more] = read(
      rulesOf([plain, second], {
        format: 'prometheusrule',
        prometheusRule: { namespace: 'shop', labels: { release: 'main' } },
      }),
    );
    expect(more).toEqual([]);
    expect(rule.metadata).toEqual({
      name: 'slo-checkout',
      namespace: 'shop',
      labels: {
        'app.kubernetes.io/component': 'SLO',
        'app.kubernetes.io/managed-by': 'shopstack',
        release: 'main',
      },
    });
    expect(rule.spec.groups).toHaveLength(6);
  });

  it('is empty without rules, and the same to the byte twice', () => {
    expect(
      rulesOf([plain], { disableAlerts: true, disableRecordings: true }),
    ).toBe('');
    expect(rulesOf([])).toBe('');
    expect(rulesOf([plain, object])).toBe(rulesOf([plain, object]));
  });
});

describe('dashboardOf', () => {
  it('is one dashboard of all documents', () => {
    const { uid, panels } = JSON.parse(dashboardOf([plain, second]));
    expect(uid).toBe('slo-checkout');
    expect(
      panels.flatMap((panel: any) => (panel.type === 'row' ? panel.title : [])),
    ).toEqual(['availability: 99.9 % over 30d', 'latency: 99.9 % over 30d']);
    expect(dashboardOf([])).toBe('');
  });
});

describe('refusedSlos', () => {
  it('names every objective that cannot be said, with its line', () => {
    const slice = { method: 'ratio-timeslices', sliceSeconds: 60 } as const;
    const document = {
      ...plain,
      slos: [
        sloOf(),
        sloOf({ name: 'latency', budgeting: slice, line: 30 }),
        sloOf({ name: 'stock', budgeting: slice, line: 50 }),
      ],
    };
    expect(
      refusedSlos('slo.yaml', [document], { mode: 'sloth' }),
    ).toMatchObject([
      { file: 'slo.yaml', line: 30, path: 'latency' },
      { file: 'slo.yaml', line: 50, path: 'stock' },
    ]);
    expect(refusedSlos('slo.yaml', [document])).toEqual([]);
  });
});
