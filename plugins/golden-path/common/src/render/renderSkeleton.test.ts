import { parse } from 'yaml';
import { FreeText } from './FreeText';
import { codeSpan, escapeMarkdown } from './escapes';
import { renderSkeleton, renderText } from './renderSkeleton';

const HOSTILE = [
  'a: b # c',
  '"quoted" and \'quoted\'',
  '- item',
  '${{ github.token }}',
  '${jndi:ldap://x}',
  '$(rm -rf /)',
  '`id`',
  '<$ name $> <% if 1 %> {{ x }} {% y %}',
  '\\n \\u0000 \\',
  '*a* _b_ [c](http://d) <e> &amp; | f |',
  '# heading',
  '1. item',
  'yes',
  '0x1e10',
  'ends with --- and ...',
  'émoji 👩‍💻 \u0085 \u2028',
  '!tag &anchor *alias',
  '@everyone fixes #1',
];

describe('renderText', () => {
  it('leaves the languages of other engines alone', () => {
    const text =
      '${{ github.sha }} {{ .Values.x }} {% raw %} ${var.x} $(date) <a> %{ if } #{x}';
    expect(renderText(text, {})).toBe(text);
  });

  it('refuses a value that nobody gave', () => {
    expect(() => renderText('<$ nobody $>', {})).toThrow(/undefined/);
    expect(() => renderText('<$ a.b $>', { a: {} })).toThrow(/undefined/);
  });

  it('does not let text of a person through without a filter', () => {
    const title = new FreeText('a');
    expect(() => renderText('<$ title $>', { title })).toThrow(
      'needs a filter',
    );
    expect(() => renderText("<$ title ~ 'x' $>", { title })).toThrow(
      'needs a filter',
    );
  });

  it.each(HOSTILE)('brings %j through YAML and JSON as it is', text => {
    const title = new FreeText(text);
    const values = { title };
    expect(parse(renderText('a: <$ title | yaml $>', values))).toEqual({
      a: text,
    });
    expect(JSON.parse(renderText('{"a": <$ title | json $>}', values))).toEqual(
      {
        a: text,
      },
    );
    expect(
      parse(renderText("a: <$ title | with(' API') | yaml $>", values)),
    ).toEqual({ a: `${text} API` });
  });

  it('does not render what a value holds', () => {
    expect(
      renderText('<$ title | yaml $>', { title: new FreeText('<$ name $>') }),
    ).toBe('"<$ name $>"');
  });
});

describe('escapes for Markdown', () => {
  it.each([
    ['Returns money, at once.', 'Returns money, at once.'],
    ['# x', '\\# x'],
    ['1. x', '1\\. x'],
    ['> x', '&gt; x'],
    ['<script>', '&lt;script&gt;'],
    ['[a](http://b)', '\\[a\\](http:\\//b)'],
    ['a | b', 'a \\| b'],
    ['*a* `b` _c_', '\\*a\\* \\`b\\` \\_c\\_'],
  ])('writes %j as %j', (text, expected) => {
    expect(escapeMarkdown(text)).toBe(expected);
  });

  it('makes a code span that no back-tick of the text can end', () => {
    expect(codeSpan('a')).toBe('`a`');
    expect(codeSpan('a ``b` c')).toBe('```a ``b` c```');
    expect(codeSpan('`a`')).toBe('`` `a` ``');
  });
});

describe('renderSkeleton', () => {
  const file = (content: string) => ({ content, executable: false });

  it('renders paths too, below one folder only', () => {
    const files = renderSkeleton(
      new Map([
        ['a/__name__/x', file('<$ name $>')],
        ['b/y', file('')],
      ]),
      'a',
      { name: 'refunds' },
    );
    expect([...files]).toEqual([['refunds/x', file('refunds')]]);
  });

  it('names the file that cannot be rendered', () => {
    expect(() =>
      renderSkeleton(new Map([['a/x', file('<$ nobody $>')]]), 'a', {}),
    ).toThrow(/^a\/x: /);
    expect(() =>
      renderSkeleton(new Map([['a/__nobody__', file('')]]), 'a', {}),
    ).toThrow('nobody');
  });
});
