import { filterFindings } from './findingFilters';
import { exampleFinding } from './__testUtils__/examples';

const FINDINGS = [
  exampleFinding('CVE-2026-1', { severity: 'CRITICAL' }),
  exampleFinding('CVE-2026-2', { packageName: 'zlib', title: undefined }),
  exampleFinding('CVE-2026-3', { severity: 'LOW', packageName: undefined }),
];

const names = (...filters: Parameters<typeof filterFindings>[1][]) =>
  filterFindings(FINDINGS, filters[0]).map(finding => finding.name);

describe('filterFindings', () => {
  it('keeps all without filters', () => {
    expect(names({ search: ' ' })).toHaveLength(3);
  });

  it('keeps this severity and worse', () => {
    expect(names({ search: '', severity: 'HIGH' })).toEqual([
      'CVE-2026-1',
      'CVE-2026-2',
    ]);
  });

  it('searches names, packages and titles in any case', () => {
    expect(names({ search: 'ZLIB' })).toEqual(['CVE-2026-2']);
    expect(names({ search: '2026-3' })).toEqual(['CVE-2026-3']);
    expect(names({ search: 'openssl' })).toHaveLength(2);
  });
});
