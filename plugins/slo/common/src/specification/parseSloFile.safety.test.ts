import { SLOTH_FILE } from './__testUtils__/slothFiles';
import { changed, marked, told } from './__testUtils__/marked';
import { parseSloFile } from './parseSloFile';

const parse = (text: string) => parseSloFile(text, { file: 'slo.yaml' });
const MEGABYTE = 1024 * 1024;

describe('YAML that is not read', () => {
  it.each([
    [
      '  team: team-checkout',
      '  team: ¶&team team-checkout',
      'anchors are not read: write the value where it is used',
    ],
    [
      '  team: team-checkout',
      '  team: ¶*team',
      'aliases are not read: write the value where it is used',
    ],
    [
      '  team: team-checkout',
      '  team: ¶!!js/function team-checkout',
      'tags are not read: write the plain value',
    ],
    [
      '  team: team-checkout',
      '  team: a\n  ¶team: b',
      'the key "team" stands here twice',
    ],
    ['  team: team-checkout', '  ¶5: five', 'a key must be text'],
    ['  team: team-checkout', '  ? ¶[a, b]\n  : five', 'a key must be text'],
    [
      '  team: team-checkout',
      '  ¶"__proto__": {polluted: yes}',
      'label names that begin with "__" are reserved by Prometheus',
    ],
    [
      '    objective: 95',
      `    objective: ${'['.repeat(40)}¶[`,
      'nested more than 40 levels deep',
    ],
  ])('with %j as %j is refused in its line', (part, to, reason) => {
    const { text, line, column } = marked(changed(SLOTH_FILE, part, to));
    const { documents, problems } = parse(text);
    expect(problems).toContainEqual(
      expect.objectContaining({ line, column, reason }),
    );
    expect(documents).toEqual([]);
  });

  it.each([
    ['\tteam: a', '4:1: YAML: Tabs are not allowed as indentation'],
    [
      '  team: a: b',
      '4:9: YAML: Nested mappings are not allowed in compact mappings',
    ],
    [
      '   team: a',
      '5:1: YAML: All mapping items must start at the same column',
    ],
    [
      '  team: [a',
      '5:3: YAML: Flow sequence in block collection must be sufficiently indented and end with a ]',
    ],
    ['  team:a', '4:3: YAML: Implicit keys need to be on a single line'],
    [
      '  team: @a',
      '4:9: YAML: Plain value cannot start with reserved character @',
    ],
  ])('that is wrong, %j, is told as it is', (part, problem) => {
    const text = changed(SLOTH_FILE, '  team: team-checkout', part);
    const { documents, problems } = parse(text);
    expect(told(problems)).toContain(problem);
    expect(documents).toEqual([]);
  });

  it('leaves the other documents of the file alone', () => {
    const other = changed(SLOTH_FILE, 'service: checkout', 'service: &a cart');
    const { documents, problems } = parse(`${SLOTH_FILE}---\n${other}`);
    expect(told(problems)).toEqual([
      '48:10: anchors are not read: write the value where it is used',
    ]);
    expect(documents.flatMap(({ slos }) => slos)).toHaveLength(2);
  });

  it('pollutes no prototype', () => {
    for (const key of ['__proto__', 'constructor', 'prototype']) {
      parse(
        changed(
          SLOTH_FILE,
          'labels:\n  team',
          `labels:\n  ${key}: {polluted: 1}\n  team`,
        ),
      );
      parse(`${SLOTH_FILE}${key}: {polluted: 1}\n`);
    }
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    const { documents } = parse(
      changed(SLOTH_FILE, 'team: team-checkout', 'constructor: team-checkout'),
    );
    expect(documents[0].slos[0].labels).toEqual({
      constructor: 'team-checkout',
      tier: '1',
      category: 'availability',
    });
  });

  it.each([
    ['', '1:1: the file is empty'],
    ['\n\n', '1:1: the file is empty'],
    ['# nothing but this\n', '1:1: the file is empty'],
    ['---\n---\n', '1:1: the file is empty'],
    ['null\n', '1:1: the file is empty'],
    ['text', '1:1: a document must be a mapping, this is text'],
    ['5', '1:1: a document must be a mapping, this is a number'],
    ['- a\n', '1:1: a document must be a mapping, this is a list'],
    [
      '{}',
      '1:1 version: this names no format: "version: prometheus/v1", or "apiVersion" and "kind", is missing',
    ],
  ])('as %j is refused', (text, problem) => {
    const { documents, problems } = parse(text);
    expect(told(problems)).toEqual([problem]);
    expect(documents).toEqual([]);
  });
});

/** Nine times nine times nine …: a few lines that stand for a billion values. */
const BOMB = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i']
  .map((name, index, all) => {
    const below = index === 0 ? 'lol' : `*${all[index - 1]}`;
    return `${name}: &${name} [${Array(9).fill(below).join(', ')}]\n`;
  })
  .join('');

describe('a file made to exhaust its reader', () => {
  it.each([
    [
      'ten megabytes',
      'a'.repeat(10 * MEGABYTE),
      'larger than 1048576 bytes: this is no SLO file',
    ],
    [
      'more than a megabyte in UTF-8 only',
      'ä'.repeat(MEGABYTE / 2 + 1),
      'larger than 1048576 bytes: this is no SLO file',
    ],
    [
      'a bomb of aliases',
      BOMB,
      'anchors are not read: write the value where it is used',
    ],
    ['brackets', '['.repeat(MEGABYTE), 'nested more than 40 levels deep'],
    ['braces', '{a: '.repeat(MEGABYTE / 4), 'nested more than 40 levels deep'],
    ['dashes', '- '.repeat(MEGABYTE / 2), 'nested more than 40 levels deep'],
    [
      'question marks',
      '? '.repeat(MEGABYTE / 2),
      'nested more than 40 levels deep',
    ],
    [
      'keys in keys',
      'a: '.repeat(MEGABYTE / 3),
      'nested more than 40 levels deep',
    ],
    [
      'indentation',
      Array.from({ length: 1000 }, (_, depth) => `${' '.repeat(depth)}a:`).join(
        '\n',
      ),
      expect.stringMatching(/nested/),
    ],
    [
      'documents',
      'a: b\n---\n'.repeat(MEGABYTE / 9),
      'more than 100 documents',
    ],
    [
      'anchors',
      '&a '.repeat(MEGABYTE / 3),
      'anchors are not read: write the value where it is used',
    ],
    ['closing brackets', ']'.repeat(MEGABYTE), 'this is no YAML'],
    [
      'commas',
      `[${','.repeat(MEGABYTE - 1)}`,
      'there is too much in this file to read on',
    ],
    [
      'keys',
      Array.from({ length: 40_000 }, (_, index) => `k${index}: 1`).join('\n'),
      expect.stringMatching(/names no format/),
    ],
    ['the same key', 'a: 1\n'.repeat(40_000), 'the key "a" stands here twice'],
    ['quotes', '"'.repeat(MEGABYTE), expect.any(String)],
    [
      'control characters',
      '\u0002\u001f\u0018'.repeat(MEGABYTE / 3),
      expect.any(String),
    ],
  ])('by %s is refused in time', (_, text, reason) => {
    const startedAt = Date.now();
    const { documents, problems } = parse(text);
    // Generous, for a busy machine; what this is about takes minutes, or the whole memory.
    expect(Date.now() - startedAt).toBeLessThan(5_000);
    expect(documents).toEqual([]);
    expect(problems.map(problem => problem.reason)).toContainEqual(reason);
    expect(problems.length).toBeLessThanOrEqual(101);
  });

  it('by long sums is refused in time', () => {
    const slo = (index: number) => `  - name: slo-${index}
    objective: 99
    sli:
      raw:
        error_ratio_query: rate(a[{{.window}}])${'+a'.repeat(4_900)}
    alerting: {page_alert: {disable: true}, ticket_alert: {disable: true}}
`;
    const startedAt = Date.now();
    const slos = Array.from({ length: 30 }, (_, index) => slo(index));
    parse(`version: prometheus/v1\nservice: shop\nslos:\n${slos.join('')}`);
    expect(Date.now() - startedAt).toBeLessThan(5_000);
  });

  it('is not told more than a hundred times what is wrong', () => {
    const { problems } = parse(
      `version: prometheus/v1\nservice: shop\nslos:\n${'- {}\n'.repeat(500)}`,
    );
    expect(problems).toHaveLength(101);
    expect(problems[100].reason).toBe('1900 more problems are not listed');
  });
});
