import { promqlProblem } from '../promql';
import { SLIS, documentOf, sloOf } from '../generator/__testUtils__/documents';
import { generateRules } from '../generator/generateRules';
import { type DashboardOptions, generateDashboard } from './generateDashboard';
import { dashboardUid } from './dashboardUid';
import { expressionsOf } from './__testUtils__/expressionsOf';

type Slo = Parameters<typeof documentOf>[0];

const panelsOf = (slo: Slo = {}, options: DashboardOptions = {}) =>
  generateDashboard(documentOf(slo), options).panels as any[];
const titlesOf = (...parameters: Parameters<typeof panelsOf>) =>
  panelsOf(...parameters).map(({ title }) => title);

const variants: { mode: 'sloth' | 'guarded'; name: string; slo: Slo }[] = [
  ...(['sloth', 'guarded'] as const).flatMap(mode =>
    Object.entries(SLIS).map(([name, sli]) => ({ mode, name, slo: { sli } })),
  ),
  {
    mode: 'guarded',
    name: 'slices',
    slo: {
      budgeting: { method: 'timeslices', sliceSeconds: 60, sliceTarget: 0.9 },
    },
  },
];

describe('a dashboard', () => {
  it.each(variants)(
    'asks for what the rules record, in PromQL: $mode, $name',
    ({ mode, slo }) => {
      const document = documentOf(slo);
      const recorded = generateRules(document, { mode }).flatMap(({ rules }) =>
        rules.flatMap(rule => ('record' in rule ? rule.record : [])),
      );
      const expressions = expressionsOf(generateDashboard(document, { mode }));
      expect(expressions.length).toBeGreaterThan(15);
      for (const expression of expressions) {
        expect([expression, promqlProblem(expression)]).toEqual([
          expression,
          undefined,
        ]);
        const series = expression.match(/\bslo:[\w:]+/g) ?? [];
        expect(recorded).toEqual(expect.arrayContaining(series));
      }
    },
  );

  it('has panels of unique numbers in places of their own', () => {
    const document = documentOf();
    document.slos.push(
      sloOf({ name: 'latency', sli: SLIS.latency }),
      sloOf({ name: 'probe', sli: SLIS['raw opaque'] }),
    );
    const panels = generateDashboard(document).panels as any[];
    expect(new Set(panels.map(({ id }) => id)).size).toBe(panels.length);
    const taken = new Set<string>();
    for (const { gridPos } of panels) {
      const { x, y, w, h } = gridPos;
      expect(x >= 0 && w > 0 && x + w <= 24).toBe(true);
      for (let column = x; column < x + w; column += 1) {
        for (let row = y; row < y + h; row += 1) {
          expect(taken).not.toContain(`${column},${row}`);
          taken.add(`${column},${row}`);
        }
      }
    }
  });

  it('lets the data source be chosen', () => {
    const { templating, panels } = generateDashboard(documentOf(), {
      datasource: 'mimir',
    }) as any;
    expect(templating.list).toMatchObject([
      { name: 'datasource', type: 'datasource', current: { value: 'mimir' } },
    ]);
    for (const panel of panels.filter((each: any) => each.type !== 'row')) {
      expect(panel.datasource.uid).toBe('${datasource}');
    }
  });

  it('counts the budget in events where the rules do', () => {
    expect(titlesOf()).toContain('Budget left in events');
    expect(titlesOf({}, { mode: 'sloth' })).not.toContain(
      'Budget left in events',
    );
    expect(titlesOf({ sli: SLIS['raw opaque'] })).toContain(
      'Burn over the period',
    );
    expect(
      titlesOf({
        budgeting: { method: 'timeslices', sliceSeconds: 60, sliceTarget: 0.9 },
      }),
    ).toContain('Budget left in slices of time');
  });

  it('shows quantiles of a histogram', () => {
    expect(titlesOf()).not.toContain('Latency');
    const latency = panelsOf({ sli: SLIS.latency }).find(
      ({ title }) => title === 'Latency',
    );
    expect(latency.targets.map(({ expr }: any) => expr)).toContain(
      'histogram_quantile(0.99, sum by (le) (rate(latency_bucket{job="checkout"}[5m])))',
    );
  });

  it('shows the calendar window of the objective', () => {
    const timeWindow = {
      kind: 'calendar',
      unit: 'quarter',
      count: 1,
      startTime: '2024-01-01T00:00:00',
      timeZone: 'Europe/Berlin',
    } as const;
    expect(titlesOf({ timeWindow })).toEqual(
      expect.arrayContaining([
        'availability: 99.9 % over each quarter',
        'Budget left, this quarter so far',
      ]),
    );
  });

  it('is the same twice, and complete', () => {
    const dashboard = generateDashboard(documentOf());
    expect(generateDashboard(documentOf())).toEqual(dashboard);
    expect(dashboard).toMatchObject({
      uid: 'slo-checkout',
      schemaVersion: 41,
      title: 'Service levels of checkout',
    });
    expect(JSON.parse(JSON.stringify(dashboard))).toEqual(dashboard);
  });
});

describe('dashboardUid', () => {
  it('is the name of the service where that will do', () => {
    expect(dashboardUid('checkout')).toBe('slo-checkout');
  });

  it.each(['a'.repeat(60), 'with.dots', 'cafe, bar'])(
    'is short, plain and its own for %s',
    name => {
      expect(dashboardUid(name)).toMatch(/^slo-[\w-]{1,36}$/);
      expect(dashboardUid(name)).not.toBe(dashboardUid(`${name}x`));
      expect(dashboardUid(name)).toBe(dashboardUid(name));
    },
  );
});
