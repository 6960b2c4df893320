import {
  OPENSLO_ALPHA_FILE,
  OPENSLO_FILE,
  OPENSLO_REFERENCES,
} from './__testUtils__/openSloFiles';
import { SLOTH_FILE, SLOTH_OBJECT } from './__testUtils__/slothFiles';
import { nameProblem } from './checks/names';
import { parseAlertWindows } from './parseAlertWindows';
import { parseSloFile } from './parseSloFile';

/** Numbers below a limit that are the same in every run (mulberry32). */
function numbersFrom(seed: number): (limit: number) => number {
  let state = seed;
  return limit => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
  };
}

const FILES = [
  SLOTH_FILE,
  SLOTH_OBJECT,
  OPENSLO_FILE,
  OPENSLO_REFERENCES,
  OPENSLO_ALPHA_FILE,
  `${SLOTH_FILE}---\n${OPENSLO_FILE}---\n${SLOTH_OBJECT}`,
];
const PIECES = [
  ...':-?[]{},&*!|>%@`#\'"\\\t \n\r\u0000\u0002\u001f\uFEFF\uD800é',
  '---\n',
  '...\n',
  ': ',
  '- ',
  '? ',
  '<<: *a',
  '&a ',
  '!!binary ',
  '__proto__: ',
  'constructor: ',
  '{{.window}}',
  '{{',
  'null',
  '~',
  'true',
  '1e999',
  '-0',
  '0x1F',
  '.nan',
  '[5m]',
  '((',
  ' or ',
  'apiVersion: openslo/v1\n',
  'version: prometheus/v1\n',
  '\n  ',
];

/** A text with a few things in it broken: pieces put in, taken out, doubled and moved. */
function broken(text: string, below: (limit: number) => number): string {
  let result = text;
  for (let left = 1 + below(4); left > 0; left -= 1) {
    const at = below(result.length + 1);
    const end = Math.min(at + below(40), result.length);
    const lines = result.split('\n');
    const line = below(lines.length);
    switch (below(6)) {
      case 0:
        result = result.slice(0, at) + result.slice(end);
        break;
      case 1:
        result = result.slice(0, end) + result.slice(at);
        break;
      case 2:
        lines.splice(line, 1);
        result = lines.join('\n');
        break;
      case 3:
        lines.splice(line, 0, lines[below(lines.length)]);
        result = lines.join('\n');
        break;
      case 4:
        lines[line] = ' '.repeat(below(8)) + lines[line].trim();
        result = lines.join('\n');
        break;
      default:
        result =
          result.slice(0, at) + PIECES[below(PIECES.length)] + result.slice(at);
    }
  }
  return result;
}

describe('a file that was broken at random', () => {
  it.each([1, 2, 3, 4, 5, 6, 7, 8])(
    'is read or refused, never thrown over (seed %d)',
    seed => {
      const below = numbersFrom(seed);
      for (let round = 0; round < 150; round += 1) {
        const text = broken(FILES[below(FILES.length)], below);
        const file = JSON.stringify({ seed, round });
        const { documents, problems, warnings } = parseSloFile(text, { file });
        const lines = text.split('\n').length;
        for (const { line, reason } of [...problems, ...warnings!]) {
          expect(reason).not.toBe('');
          expect(line >= 1 && line <= lines).toBe(true);
        }
        for (const slo of documents.flatMap(({ slos }) => slos)) {
          expect(slo.objective > 0 && slo.objective < 100).toBe(true);
          expect(
            nameProblem(slo.name) ?? nameProblem(slo.service),
          ).toBeUndefined();
          expect(Object.values(slo.sli)).not.toContain(undefined);
          expect(slo.alerting && slo.budgeting && slo.line > 0).toBeTruthy();
        }
        parseAlertWindows(text, { file });
      }
    },
  );
});
