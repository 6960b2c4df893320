import { findingsCsv } from './findingsCsv';
import { exampleFinding } from './__testUtils__/examples';

describe('findingsCsv', () => {
  it('writes a head and one line a finding', () => {
    const [head, line, ...others] = findingsCsv([
      exampleFinding('CVE-2026-1', { fixedIn: '3.0.2', title: 'a "bad" one' }),
    ]).split('\r\n');
    expect(head).toBe(
      '"severity","name","package","version","fixed in","score","title","url"',
    );
    expect(line).toBe(
      '"HIGH","CVE-2026-1","openssl","3.0.1","3.0.2","7.5","a ""bad"" one","https://nvd.nist.gov/vuln/detail/CVE-2026-1"',
    );
    expect(others).toEqual([]);
  });

  it.each(['=1+1', '+1', '-1', '@sum(a1)'])(
    'keeps %s a text in a spreadsheet',
    title => {
      const csv = findingsCsv([exampleFinding('CVE-2026-1', { title })]);
      expect(csv).toContain(`,"'${title}",`);
    },
  );
});
