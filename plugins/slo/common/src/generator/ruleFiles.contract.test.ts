import { SLOTH_WINDOWS_30D } from '../domain';
import type { Budgeting, TimeWindow } from '../domain';
import { Promtool } from './__testUtils__/Promtool';
import { SLIS, documentOf } from './__testUtils__/documents';
import type { GeneratorOptions } from './GeneratorOptions';
import { generateRules } from './generateRules';
import { toPlainRules } from './toPlainRules';

jest.setTimeout(60_000);

const DAY = 86_400;
const WEEK_WINDOWS = { ...SLOTH_WINDOWS_30D, periodSeconds: 7 * DAY };
const describeReal = Promtool.isInstalled() ? describe : describe.skip;

describeReal('every kind of rule file before promtool', () => {
  const promtool = new Promtool();
  const check = (
    slo: Parameters<typeof documentOf>[0],
    options: Partial<GeneratorOptions>,
  ) => promtool.check(toPlainRules(generateRules(documentOf(slo), options)));

  const variants: [string, Partial<GeneratorOptions>][] = [
    ['30 days', {}],
    ['28 days', { defaultPeriodSeconds: 28 * DAY }],
    ['a week', { defaultPeriodSeconds: 7 * DAY, windows: [WEEK_WINDOWS] }],
    ['the period asked directly', { disableOptimized: true }],
    ['more labels', { extraLabels: { cluster: 'eu', quoted: 'a "b" \\ c' } }],
    ['no alerts', { disableAlerts: true }],
    ['no recordings', { disableRecordings: true }],
  ];
  const matrix = (['sloth', 'guarded'] as const).flatMap(mode =>
    Object.keys(SLIS).flatMap(kind =>
      variants.map(([variant, options]) => ({ mode, kind, variant, options })),
    ),
  );

  it.each(matrix)('takes $mode, $kind, $variant', ({ mode, kind, options }) => {
    expect(check({ sli: SLIS[kind] }, { mode, ...options })).toBe('');
  });

  const calendars: TimeWindow[] = (
    ['week', 'month', 'quarter', 'year'] as const
  ).map(unit => ({
    kind: 'calendar',
    unit,
    count: 1,
    startTime: '2024-01-01T00:00:00',
    timeZone: 'Europe/Berlin',
  }));
  const budgetings: Budgeting[] = [
    { method: 'timeslices', sliceSeconds: 60, sliceTarget: 0.95 },
    { method: 'timeslices', sliceSeconds: 900, sliceTarget: 0.95 },
    { method: 'ratio-timeslices', sliceSeconds: 300 },
  ];
  it.each(
    Object.keys(SLIS).flatMap(kind => [
      ...calendars.map(timeWindow => ({ kind, change: { timeWindow } })),
      ...budgetings.map(budgeting => ({ kind, change: { budgeting } })),
    ]),
  )('takes guarded, $kind, $change', ({ kind, change }) => {
    expect(check({ sli: SLIS[kind], ...change }, { mode: 'guarded' })).toBe('');
  });

  it('tells promtool what is wrong', () => {
    const broken = { kind: 'raw', errorRatioQuery: 'sum(' } as const;
    expect(check({ sli: broken }, {})).toContain('could not parse expression');
  });
});
