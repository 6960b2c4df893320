import {
  ECR_SEVERITIES,
  type EcrFinding,
  type EcrSeverity,
} from '@shopstack/plugin-ecr-common';

/** What narrows the findings of one image. */
export interface FindingFilters {
  search: string;
  /** This severity or worse. */
  severity?: EcrSeverity;
}

/** The severities from the worst down to this one. */
function orWorse(severity: EcrSeverity): readonly EcrSeverity[] {
  return ECR_SEVERITIES.slice(0, ECR_SEVERITIES.indexOf(severity) + 1);
}

/** The findings that fit, in their order. The search looks at what a row shows. */
export function filterFindings(
  findings: EcrFinding[],
  { search, severity }: FindingFilters,
): EcrFinding[] {
  const words = search.trim().toLocaleLowerCase('en-US');
  const wanted = severity && orWorse(severity);
  return findings.filter(finding => {
    if (wanted && !wanted.includes(finding.severity)) return false;
    const { name, packageName, packageVersion, title } = finding;
    return [name, packageName, packageVersion, title].some(text =>
      text?.toLocaleLowerCase('en-US').includes(words),
    );
  });
}
