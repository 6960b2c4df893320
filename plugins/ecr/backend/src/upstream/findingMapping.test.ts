import type { EcrFinding } from '@shopstack/plugin-ecr-common';
import { toFindings, worstFirst } from './findingMapping';

const basic = (finding: object) => toFindings({ findings: [finding] });
const enhanced = (finding: object) =>
  toFindings({ enhancedFindings: [finding] });

describe('toFindings', () => {
  it('reads a finding of basic scanning', () => {
    expect(
      basic({
        name: 'CVE-2024-6119',
        severity: 'HIGH',
        description: 'Certificate name checks may read invalid memory.',
        uri: 'https://security-tracker.debian.org/tracker/CVE-2024-6119',
        attributes: [
          { key: 'package_name', value: 'openssl' },
          { key: 'package_version', value: '3.0.13' },
          { key: 'CVSS2_SCORE', value: '5.0' },
          { key: 'CVSS3_SCORE', value: '7.5' },
          { key: 'fixed_in_version', value: '3.0.14' },
          null,
        ],
      }),
    ).toEqual([
      {
        name: 'CVE-2024-6119',
        severity: 'HIGH',
        score: 7.5,
        description: 'Certificate name checks may read invalid memory.',
        packageName: 'openssl',
        packageVersion: '3.0.13',
        fixedIn: '3.0.14',
        fixAvailable: 'YES',
        url: 'https://security-tracker.debian.org/tracker/CVE-2024-6119',
      },
    ]);
  });

  it('reads a finding of Amazon Inspector', () => {
    expect(
      enhanced({
        title: 'CVE-2024-2961 - glibc, glibc-common',
        description: 'iconv() may overflow.',
        severity: 'HIGH',
        score: 8.8,
        fixAvailable: 'YES',
        exploitAvailable: 'NO',
        packageVulnerabilityDetails: {
          vulnerabilityId: 'CVE-2024-2961',
          sourceUrl: 'https://alas.aws.amazon.com/AL2/ALAS-2024-2552.html',
          vulnerablePackages: [
            {
              name: 'glibc',
              epoch: 0,
              version: '2.26',
              release: '64.amzn2',
              fixedInVersion: '0:2.26-64.amzn2.0.2',
            },
            {
              name: 'glibc-common',
              epoch: 1,
              version: '2.26',
              release: '64.amzn2',
              fixedInVersion: '0:2.26-64.amzn2.0.2',
            },
          ],
        },
      }),
    ).toEqual([
      {
        name: 'CVE-2024-2961',
        severity: 'HIGH',
        score: 8.8,
        title: 'CVE-2024-2961 - glibc, glibc-common',
        description: 'iconv() may overflow.',
        packageName: 'glibc, glibc-common',
        packageVersion: '2.26-64.amzn2, 1:2.26-64.amzn2',
        fixedIn: '0:2.26-64.amzn2.0.2',
        fixAvailable: 'YES',
        exploitAvailable: false,
        url: 'https://alas.aws.amazon.com/AL2/ALAS-2024-2552.html',
      },
    ]);
  });

  it('names no version where none mends it', () => {
    const [finding] = enhanced({
      title: 'CVE-1',
      severity: 'LOW',
      fixAvailable: 'NO',
      exploitAvailable: 'YES',
      packageVulnerabilityDetails: {
        vulnerablePackages: [{ name: 'zlib', fixedInVersion: 'NotAvailable' }],
      },
    });
    expect(finding).toMatchObject({
      fixAvailable: 'NO',
      exploitAvailable: true,
    });
    expect(finding.fixedIn).toBeUndefined();
  });

  it.each([
    [['javascript', 'alert(1)'].join(':')],
    ['data:text/html,x'],
    ['//evil.example'],
    ['not an address'],
  ])('makes no link of %s', uri => {
    expect(basic({ name: 'CVE-1', uri })[0].url).toBeUndefined();
  });

  it('keeps a row whose fields are of wrong types, and no row without a name', () => {
    expect(
      basic({ name: 'CVE-1', severity: 3, attributes: 'x', description: [] }),
    ).toEqual([{ name: 'CVE-1', severity: 'UNDEFINED' }]);
    expect(
      toFindings({ findings: [{ severity: 'HIGH' }, null, 'CVE-1', {}] }),
    ).toEqual([]);
    expect(
      enhanced({ title: 'x', score: 99, packageVulnerabilityDetails: [] }),
    ).toEqual([{ name: 'x', title: 'x', severity: 'UNDEFINED' }]);
  });

  it('keeps the word of a severity that it does not know', () => {
    expect(enhanced({ title: 'x', severity: 'UNTRIAGED' })[0]).toMatchObject({
      severity: 'UNDEFINED',
      severityText: 'UNTRIAGED',
    });
    expect(basic({ name: 'x', severity: 'high' })[0]).toEqual({
      name: 'x',
      severity: 'HIGH',
    });
  });

  it('bounds what a scanner writes', () => {
    const [finding] = basic({
      name: 'n'.repeat(10_000),
      description: 'd'.repeat(100_000),
    });
    expect(finding.name).toHaveLength(200);
    expect(finding.description).toHaveLength(2_000);
  });
});

describe('worstFirst', () => {
  it('goes by severity, score, what can be mended, name', () => {
    const findings: EcrFinding[] = [
      { name: 'f', severity: 'UNDEFINED', score: 10 },
      { name: 'e', severity: 'HIGH' },
      { name: 'd', severity: 'HIGH', score: 7 },
      { name: 'c', severity: 'HIGH', score: 7, fixedIn: '2' },
      { name: 'b', severity: 'CRITICAL', score: 9 },
      { name: 'a', severity: 'HIGH', score: 7 },
    ];
    expect(
      findings
        .sort(worstFirst)
        .map(({ name }) => name)
        .join(''),
    ).toBe('bcadef');
  });
});
