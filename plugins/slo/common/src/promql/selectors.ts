import { parsePromql } from './tree';

/** A selector of series in an expression. */
export interface SeriesSelector {
  /** Name of the metric where it is written before the braces. */
  metric: string | undefined;
  /** Each matcher as it stands, for example `status=~"5.."`, with the label that it is about. */
  matchers: { label: string; text: string }[];
}

/** All selectors of an expression, in order. */
export function seriesSelectors(expression: string): SeriesSelector[] {
  return [...parsePromql(expression).all()]
    .filter(({ kind }) => kind === 'VectorSelector')
    .map(node => ({
      metric: node.child('Identifier')?.text,
      matchers: (node.child('LabelMatchers')?.children ?? [])
        .filter(({ kind }) => kind.endsWith('Matcher'))
        .map(matcher => ({
          label: matcher.children[0]?.text ?? '',
          text: matcher.text,
        })),
    }));
}
