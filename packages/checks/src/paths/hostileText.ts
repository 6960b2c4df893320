import fc from 'fast-check';

/** What could lead a request astray: steps in a path, second meanings of characters, other hosts, other lines. */
export const FRAGMENTS: readonly string[] = [
  '',
  '.',
  '..',
  '../',
  '..\\',
  '/../../',
  '%2e%2e%2f',
  '%2e%2e/',
  '..%2f',
  '%252e%252e%252f',
  '..%c0%af',
  '..;/',
  '/',
  '//',
  '///etc/passwd',
  '\\',
  '?',
  '?x=1',
  '#',
  '#fragment',
  '&projects=*',
  '=',
  '%',
  '%00',
  '\0',
  '\r\nHost: example.org',
  '\n',
  '\t',
  ' ',
  ';',
  '@example.org',
  '//example.org/',
  'http://169.254.169.254/latest/meta-data/',
  'https://example.org/',
  'file:///etc/passwd',
  '169.254.169.254',
  '[::1]',
  'localhost:22',
  '${jndi:ldap://example.org}',
  '$(id)',
  '`id`',
  "' or '1'='1",
  '"',
  '<script>',
  '{{7*7}}',
  '*',
  '\u202e',
  '\u2024\u2024\u2215',
  '\uff0e\uff0e\uff0f',
  'é',
  'e\u0301',
  '\ud83d\udca3',
  '\ufeff',
  '__proto__',
  'constructor',
  'A'.repeat(300),
  'a'.repeat(10_000),
];

const REASONABLE = fc.stringMatching(
  /^[a-z][a-z0-9]{0,12}(-[a-z0-9]{1,8}){0,3}$/,
);

const SPICED = fc
  .tuple(REASONABLE, fc.constantFrom(...FRAGMENTS), REASONABLE)
  .chain(([before, fragment, after]) =>
    fc.constantFrom(
      fragment,
      `${before}${fragment}`,
      `${fragment}${after}`,
      `${before}${fragment}${after}`,
    ),
  );

/** Names as people write them, names with something hostile in them, and any text at all. */
export const hostileName = fc.oneof(
  { weight: 3, arbitrary: REASONABLE },
  { weight: 4, arbitrary: SPICED },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 40 }) },
);

/** Each fragment alone and around a name, for the cases that must not be left to chance. */
export const writtenNames: readonly string[] = FRAGMENTS.flatMap(fragment => [
  fragment,
  `cart${fragment}`,
  `${fragment}cart`,
  `cart${fragment}dev`,
  `cart/${fragment}/dev`,
  `${fragment}${fragment}`,
]);
