import { ECR_SEVERITIES, type EcrFinding } from '@shopstack/plugin-ecr-common';
import { toSeverity } from './severity';
import {
  basicFindingSchema,
  enhancedFindingSchema,
  type WireBasicFinding,
  type WireEnhancedFinding,
  type WireScanFindings,
} from './wire';

const LONGEST_NAME = 200;
const LONGEST_DESCRIPTION = 2_000;

/** Attributes of basic scanning that hold a CVSS base score, the newest version first. */
const SCORES = ['CVSS4_SCORE', 'CVSS3_SCORE', 'CVSS2_SCORE'];
const FIXES = ['fixed_in_version', 'fixedInVersion', 'fixed_version'];

/** Inspector's word where no version mends it. */
const NO_FIX = 'NotAvailable';

/** The findings of one page; a finding without a name cannot be looked up and is left out. */
export function toFindings(
  page: Partial<WireScanFindings['imageScanFindings']>,
): EcrFinding[] {
  const basic = (page?.findings ?? []).flatMap(finding => {
    const parsed = basicFindingSchema.safeParse(finding);
    return parsed.success ? toBasicFinding(parsed.data) : [];
  });
  const enhanced = (page?.enhancedFindings ?? []).flatMap(finding => {
    const parsed = enhancedFindingSchema.safeParse(finding);
    return parsed.success ? toEnhancedFinding(parsed.data) : [];
  });
  return [...basic, ...enhanced];
}

/** By severity, then by score, then what can be mended, then by name. */
export function worstFirst(a: EcrFinding, b: EcrFinding): number {
  return (
    ECR_SEVERITIES.indexOf(a.severity) - ECR_SEVERITIES.indexOf(b.severity) ||
    (b.score ?? -1) - (a.score ?? -1) ||
    Number(b.fixedIn !== undefined) - Number(a.fixedIn !== undefined) ||
    a.name.localeCompare(b.name)
  );
}

function toBasicFinding(finding: WireBasicFinding): EcrFinding[] {
  const { name, description } = finding;
  if (!name) {
    return [];
  }
  const attributes = new Map(
    (finding.attributes ?? []).map(attribute => [
      attribute?.key,
      attribute?.value,
    ]),
  );
  const first = (keys: string[]) =>
    keys.map(key => attributes.get(key)).find(Boolean);
  const fixedIn = first(FIXES);
  return [
    {
      name: name.slice(0, LONGEST_NAME),
      ...severityOf(finding.severity),
      score: toScore(first(SCORES)),
      description: description?.slice(0, LONGEST_DESCRIPTION),
      packageName: attributes.get('package_name'),
      packageVersion: attributes.get('package_version'),
      fixedIn,
      fixAvailable: fixedIn ? 'YES' : undefined,
      url: toUrl(finding.uri),
    },
  ];
}

function toEnhancedFinding(finding: WireEnhancedFinding): EcrFinding[] {
  const details = finding.packageVulnerabilityDetails;
  const name = details?.vulnerabilityId ?? finding.title;
  if (!name) {
    return [];
  }
  const packages = (details?.vulnerablePackages ?? []).flatMap(each =>
    each ? [each] : [],
  );
  const fixes = packages
    .map(({ fixedInVersion }) => fixedInVersion)
    .filter(version => version !== NO_FIX);
  return [
    {
      name: name.slice(0, LONGEST_NAME),
      ...severityOf(finding.severity),
      score: toScore(finding.score),
      title: finding.title?.slice(0, LONGEST_NAME),
      description: finding.description?.slice(0, LONGEST_DESCRIPTION),
      packageName: joined(packages.map(each => each.name)),
      packageVersion: joined(packages.map(versionOf)),
      fixedIn: joined(fixes),
      fixAvailable: toFixAvailable(finding.fixAvailable),
      exploitAvailable: toBoolean(finding.exploitAvailable),
      url: [details?.sourceUrl, ...(details?.referenceUrls ?? [])]
        .map(toUrl)
        .find(Boolean),
    },
  ];
}

function severityOf(text: string | undefined) {
  const severity = toSeverity(text);
  const known = severity === text?.toUpperCase();
  return { severity, ...(text && !known && { severityText: text }) };
}

/** `2:1.1.1k-9.el8`, as package managers write it. */
function versionOf(wire: {
  epoch?: number;
  version?: string;
  release?: string;
}): string | undefined {
  const { epoch, version, release } = wire;
  return (
    version &&
    `${epoch ? `${epoch}:` : ''}${version}${release ? `-${release}` : ''}`
  );
}

function joined(values: (string | undefined)[]): string | undefined {
  const different = [...new Set(values.filter(Boolean))];
  return different.length > 0
    ? different.join(', ').slice(0, LONGEST_NAME)
    : undefined;
}

function toScore(value: string | number | undefined): number | undefined {
  const score = value === undefined || value === '' ? NaN : Number(value);
  return score >= 0 && score <= 10 ? score : undefined;
}

function toFixAvailable(text: string | undefined): EcrFinding['fixAvailable'] {
  return (['YES', 'NO', 'PARTIAL'] as const).find(word => word === text);
}

function toBoolean(text: string | undefined): boolean | undefined {
  return text === 'YES' || (text === 'NO' ? false : undefined);
}

/** It becomes a link on a page, so it may be nothing but an address on the web. */
function toUrl(text: string | undefined): string | undefined {
  const url = text && URL.parse(text);
  return url && /^https?:$/.test(url.protocol) ? url.href : undefined;
}
