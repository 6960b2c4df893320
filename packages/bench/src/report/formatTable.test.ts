import { judge } from '../measure/judge';
import { formatTable } from './formatTable';

const verdict = (limit: number) =>
  judge(
    { name: 'memory', unit: 'MiB', limit },
    {
      ours: [{ value: 660, parts: { 'all processes': 901.4 } }, { value: 640 }],
      stock: [{ value: 600 }, { value: 650 }],
    },
  );

describe('formatTable', () => {
  it('shows both sides, their spread and the ratio', () => {
    const table = formatTable(verdict(1.1));
    expect(table).toMatch(/^memory \(MiB\)$/m);
    expect(table).toMatch(/^ours +650 +645-655 +640-660 +2$/m);
    expect(table).toMatch(/^stock +625 +613-638 +600-650 +2$/m);
    expect(table).toContain(
      'ratio 1.040, limit 1.1: passed (single pairs 0.98 to 1.10)',
    );
    expect(table).toContain('ours: all processes 901');
  });

  it('says aloud that a limit was missed', () => {
    expect(formatTable(verdict(1.03))).toContain('limit 1.03: MISSED');
  });
});
