import type { EcrFinding } from '@shopstack/plugin-ecr-common';

const HEAD = [
  'severity',
  'name',
  'package',
  'version',
  'fixed in',
  'score',
  'title',
  'url',
];

/** A spreadsheet takes a cell that begins with one of these for a formula. */
const FORMULA = /^[=+\-@\t\r]/;

/** Quotes one cell (RFC 4180); what a scanner wrote must stay text in a spreadsheet. */
function cell(value: string | number | undefined): string {
  const text = String(value ?? '');
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}

/** The findings as comma-separated values with a head line, in their order. */
export function findingsCsv(findings: EcrFinding[]): string {
  const lines = findings.map(finding => [
    finding.severityText ?? finding.severity,
    finding.name,
    finding.packageName,
    finding.packageVersion,
    finding.fixedIn,
    finding.score,
    finding.title,
    finding.url,
  ]);
  return [HEAD, ...lines].map(line => line.map(cell).join(',')).join('\r\n');
}
