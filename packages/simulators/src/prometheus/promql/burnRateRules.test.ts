import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';
import { MemorySource } from './memorySource';
import { parsePromql } from './parser/parse';
import { instantQuery } from './query';

const MINUTE = 60_000;

/** One rule of every shape that Sloth generates, for an objective of 99 % and constant 2 % errors. */
const SLI_5M =
  '(sum(rate(http_requests_total{job="shop",code=~"(5..|429)"}[5m])))\n/\n(sum(rate(http_requests_total{job="shop"}[5m])))';
const ID = '{sloth_id="shop-availability", sloth_service="shop"}';

function sourceOf(recorded: Record<string, number>): MemorySource {
  const source = new MemorySource();
  for (const [code, perMinute] of [
    ['200', 98],
    ['500', 2],
  ] as const) {
    source.add(
      { __name__: 'http_requests_total', job: 'shop', code },
      Array.from(
        { length: 121 },
        (_, i) => [i * MINUTE, i * perMinute] as const,
      ),
    );
  }
  const id = { sloth_id: 'shop-availability', sloth_service: 'shop' };
  for (const [window, ratio] of Object.entries(recorded)) {
    source.add(
      {
        __name__: `slo:sli_error:ratio_rate${window}`,
        ...id,
        sloth_window: window,
      },
      Array.from({ length: 121 }, (_, i) => [i * MINUTE, ratio] as const),
    );
  }
  return source.add({ __name__: 'slo:error_budget:ratio', ...id }, [
    [120 * MINUTE, 0.01],
  ]);
}

function value(source: MemorySource, query: string): number[] {
  const result = instantQuery(parsePromql(query), source, 120 * MINUTE);
  return result.type === 'vector' ? result.series.map(one => one.point[1]) : [];
}

const pageAlert = (recorded: Record<string, number>) =>
  value(
    sourceOf(recorded),
    `(
      max(slo:sli_error:ratio_rate5m${ID} > (14.4 * 0.01)) without (sloth_window)
      and
      max(slo:sli_error:ratio_rate1h${ID} > (14.4 * 0.01)) without (sloth_window)
    )
    or
    (
      max(slo:sli_error:ratio_rate30m${ID} > (6 * 0.01)) without (sloth_window)
      and
      max(slo:sli_error:ratio_rate6h${ID} > (6 * 0.01)) without (sloth_window)
    )`,
  );

describe('burn rate rules', () => {
  it('records the ratio of errors', () => {
    expect(value(sourceOf({}), SLI_5M)[0]).toBeCloseTo(0.02, 12);
  });

  it('averages a period over the short windows', () => {
    const query = `sum_over_time(slo:sli_error:ratio_rate5m${ID}[2h]) / ignoring (sloth_window) count_over_time(slo:sli_error:ratio_rate5m${ID}[2h])`;
    expect(value(sourceOf({ '5m': 0.02 }), query)[0]).toBeCloseTo(0.02, 12);
  });

  it('divides by the error budget with group_left', () => {
    const query = `slo:sli_error:ratio_rate5m${ID} / on(sloth_id, sloth_service) group_left slo:error_budget:ratio${ID}`;
    expect(value(sourceOf({ '5m': 0.02 }), query)[0]).toBeCloseTo(2, 12);
  });

  it('pages when both windows of a pair burn, and not when one does', () => {
    const quiet = { '5m': 0.2, '1h': 0.1, '30m': 0.07, '6h': 0.05 };
    expect(pageAlert(quiet)).toEqual([]);
    expect(pageAlert({ ...quiet, '1h': 0.15 })).toEqual([0.2]);
    expect(pageAlert({ ...quiet, '6h': 0.065 })).toEqual([0.07]);
  });
});

/** Rule files of a generator (`*.expected.yml`) to hold the subset to: where the variable says, or beside the project. */
const beside = resolve(
  __dirname,
  '../../../../../..',
  'shared',
  'slo-vectors',
  'sloth',
);
const vectors =
  process.env.SHOPSTACK_SLO_VECTORS ??
  (existsSync(beside) ? beside : undefined);

/** An extra where the files are, and no part of the suite where they are not. */
if (vectors) {
  describe('generated rule files', () => {
    const files = readdirSync(vectors).filter(name =>
      name.endsWith('.expected.yml'),
    );

    it.each(files.length > 0 ? files : ['none'])(
      'evaluates all of %s',
      file => {
        const { groups } = parse(readFileSync(join(vectors, file), 'utf8')) as {
          groups: { rules: { expr: string }[] }[];
        };
        const expressions = groups.flatMap(group =>
          group.rules.map(rule => rule.expr),
        );
        expect(expressions.length).toBeGreaterThan(0);
        for (const expression of expressions) {
          const result = instantQuery(
            parsePromql(expression),
            sourceOf({}),
            120 * MINUTE,
          );
          expect(result.type).toBe('vector');
        }
      },
    );
  });
} else {
  process.stderr.write(
    'NOT RUN: SHOPSTACK_SLO_VECTORS names no folder of generated rule files\n',
  );
}
