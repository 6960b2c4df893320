import { promqlProblem } from '@shopstack/plugin-slo-common/rules';
import { quoteLabel, selector, together } from './promql';

describe('quoteLabel', () => {
  it.each([
    ['checkout', '"checkout"'],
    ['', '""'],
    ['a"} or vector(1) #', '"a\\"} or vector(1) #"'],
    ['a\\', '"a\\\\"'],
    ['a\\"', '"a\\\\\\""'],
    ['two\nlines\r\t', '"two\\nlines\\r\\t"'],
    ['\u0000\u001b', '"\\x00\\x1b"'],
    ['`{{.window}}`', '"`{{.window}}`"'],
    ['grün', '"grün"'],
  ])('keeps %j inside of its quotes', (value, quoted) => {
    expect(quoteLabel(value)).toBe(quoted);
    expect(promqlProblem(`x{a=${quoted}}`)).toBeUndefined();
  });

  it('leaves no way out of a selector', () => {
    const pieces = ['"', '\\', '}', '{', ',', '\n', 'a', "'", '`', '#', ' '];
    for (let seed = 1; seed <= 500; seed += 1) {
      const value = Array.from(
        { length: 1 + (seed % 7) },
        (_, index) => pieces[(seed * (index + 3) * 7919) % pieces.length],
      ).join('');
      const promql = selector('x', { a: value, b: 'c' });
      expect([value, promqlProblem(promql)]).toEqual([value, undefined]);
      // The second label is still one of its own.
      expect(promql.endsWith(',b="c"}')).toBe(true);
    }
  });
});

it('asks several queries as one, each under its name', () => {
  const promql = together([
    { name: 'p50', promql: 'sum(rate(x[5m]))' },
    { name: 'p90', promql: 'y / 2' },
  ]);
  expect(promql).toBe(
    'label_replace(sum(rate(x[5m])), "shopstack_part", "p50", "", "") or label_replace(y / 2, "shopstack_part", "p90", "", "")',
  );
  expect(promqlProblem(promql)).toBeUndefined();
});
