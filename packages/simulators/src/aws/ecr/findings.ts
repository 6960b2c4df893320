import type { RegistryImage } from '../../world/types';
import { ACCOUNT_ID, arnOf, REGISTRY } from '../account';
import { epochSeconds } from '../service';

type Finding = RegistryImage['scan']['findings'][number];

/** The middle of the range of CVSS scores that carries the severity's name (CVSS 3.1, table 14). */
const SCORES: Record<string, number> = {
  CRITICAL: 9.8,
  HIGH: 7.5,
  MEDIUM: 5.3,
  LOW: 3.1,
  INFORMATIONAL: 0,
};

/** A finding as basic scanning tells it. */
export function toBasicFinding(finding: Finding) {
  const { name, severity, description, uri } = finding;
  const attributes = [
    { key: 'package_name', value: finding.package },
    { key: 'package_version', value: finding.version },
    { key: 'CVSS3_SCORE', value: String(SCORES[severity] ?? 0) },
    ...(finding.fixedIn
      ? [{ key: 'fixed_in_version', value: finding.fixedIn }]
      : []),
  ];
  return { name, severity, description, uri, attributes };
}

/** The same finding as Amazon Inspector tells it. */
export function toEnhancedFinding(image: RegistryImage, finding: Finding) {
  const { name, severity, description, uri, fixedIn } = finding;
  const observedAt = epochSeconds(image.scan.completedAt);
  const score = SCORES[severity] ?? 0;
  return {
    awsAccountId: ACCOUNT_ID,
    findingArn: arnOf(
      'inspector2',
      `finding/${image.digest.slice(7, 39)}${name.replace(/\D/g, '')}`,
    ),
    type: 'PACKAGE_VULNERABILITY',
    status: 'ACTIVE',
    title: `${name} - ${finding.package}`,
    description,
    severity,
    score,
    scoreDetails: { cvss: { score, scoreSource: 'NVD', version: '3.1' } },
    fixAvailable: fixedIn ? 'YES' : 'NO',
    exploitAvailable: severity === 'CRITICAL' ? 'YES' : 'NO',
    firstObservedAt: observedAt,
    lastObservedAt: observedAt,
    updatedAt: observedAt,
    packageVulnerabilityDetails: {
      vulnerabilityId: name,
      source: 'DEBIAN_CVE',
      sourceUrl: uri,
      referenceUrls: [uri],
      vulnerablePackages: [
        {
          name: finding.package,
          version: finding.version,
          packageManager: 'OS',
          arch: 'AMD64',
          // Inspector's word for none.
          fixedInVersion: fixedIn ?? 'NotAvailable',
        },
      ],
    },
    remediation: { recommendation: { text: 'None Provided' } },
    resources: [
      {
        type: 'AWS_ECR_CONTAINER_IMAGE',
        id: `${arnOf('ecr', `repository/${image.repository}`)}/${image.digest}`,
        details: {
          awsEcrContainerImage: {
            imageHash: image.digest,
            imageTags: image.tags,
            registry: REGISTRY.split('.')[0],
            repositoryName: image.repository,
          },
        },
      },
    ],
  };
}
