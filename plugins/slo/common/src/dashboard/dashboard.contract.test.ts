import { Promtool } from '../generator/__testUtils__/Promtool';
import { SLIS, documentOf } from '../generator/__testUtils__/documents';
import { generateRules } from '../generator/generateRules';
import { toPlainRules } from '../generator/toPlainRules';
import { expressionsOf } from './__testUtils__/expressionsOf';
import { generateDashboard } from './generateDashboard';

jest.setTimeout(60_000);

const describeReal = Promtool.isInstalled() ? describe : describe.skip;

describeReal('the queries of a dashboard before promtool', () => {
  const promtool = new Promtool();

  it.each(
    (['sloth', 'guarded'] as const).flatMap(mode =>
      Object.keys(SLIS).map(kind => ({ mode, kind })),
    ),
  )('are taken: $mode, $kind', ({ mode, kind }) => {
    const expressions = expressionsOf(
      generateDashboard(documentOf({ sli: SLIS[kind] }), { mode }),
    );
    const rules = expressions.map((expr, index) => ({
      record: `panel_${index}`,
      expr,
      labels: {},
    }));
    expect(promtool.check(toPlainRules([{ name: 'panels', rules }]))).toBe('');
  });

  it.each(['sloth', 'guarded'] as const)(
    'find what the rules of mode %s record',
    mode => {
      const document = documentOf();
      const groups = generateRules(document, { mode });
      const ok = 'requests_total{job="checkout",code="200"}';
      const bad = 'requests_total{job="checkout",code="500"}';
      const expected = expressionsOf(generateDashboard(document, { mode })).map(
        // One sample or more, but for the alerts, which may be one of pages and one of tickets.
        expression =>
          ['2h', `(count(${expression}) or vector(0)) > bool 0`, 1] as [
            string,
            string,
            number,
          ],
      );
      expect(
        promtool.play(groups, [
          {
            name: 'burning',
            series: { [ok]: '0+900x120', [bad]: '0+100x120' },
            expected,
          },
        ]),
      ).toBe('');
    },
  );
});
