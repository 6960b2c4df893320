import {
  ECR_SEVERITIES,
  type EcrFinding,
  type EcrScan,
  type EcrSeverityCounts,
} from '@shopstack/plugin-ecr-common';
import type { ScanReading } from '../images/ScanReading';

/** True for what the registry does not scan by itself, as it does not scan an index. */
export function isWithoutResult({ status, counts }: EcrScan): boolean {
  return (
    (status === 'FINDINGS_UNAVAILABLE' || status === 'UNSUPPORTED_IMAGE') &&
    counts === undefined
  );
}

/**
 * The scan of an index: those of its images together. A weakness of a package that several of them have is one. While one
 * of them has no result, its state is that of the index.
 *
 * @param own - what the registry says of the index itself; stands where it has no images
 */
export function combineReadings(
  own: ScanReading,
  readings: ScanReading[],
  mostFindings: number,
): ScanReading {
  const [first, ...others] = readings;
  if (!first) {
    return own;
  }
  const findings = others.reduce(
    (sum, reading) => join(sum, reading.findings),
    first.findings,
  );
  const truncated = readings.some(reading => reading.truncated);
  const unfinished = readings.find(
    ({ scan }) => scan.status !== 'COMPLETE' && scan.status !== 'ACTIVE',
  );
  const counted = readings.flatMap(({ scan }) => scan.counts ?? []);
  const counts = truncated ? greatestCounts(counted) : countFindings(findings);
  return {
    scan: {
      ...(unfinished ?? first).scan,
      type: first.scan.type,
      counts: counted.length > 0 ? counts : undefined,
      completedAt: latest(readings.map(({ scan }) => scan.completedAt)),
    },
    findings: findings.slice(0, mostFindings),
    total: truncated
      ? Math.max(...readings.map(({ total }) => total))
      : findings.length,
    truncated: truncated || findings.length > mostFindings,
  };
}

/** Both are in the same order, and so is the result. */
function join(a: EcrFinding[], b: EcrFinding[]): EcrFinding[] {
  const key = ({ name, packageName, packageVersion }: EcrFinding) =>
    [name, packageName, packageVersion].join('\n');
  const known = new Set(a.map(key));
  return [...a, ...b.filter(finding => !known.has(key(finding)))].sort(
    (one, other) =>
      ECR_SEVERITIES.indexOf(one.severity) -
        ECR_SEVERITIES.indexOf(other.severity) ||
      (other.score ?? -1) - (one.score ?? -1),
  );
}

function countFindings(findings: EcrFinding[]): EcrSeverityCounts {
  const counts: EcrSeverityCounts = {};
  for (const { severity } of findings) {
    counts[severity] = (counts[severity] ?? 0) + 1;
  }
  return counts;
}

/** Where not all was read nobody knows what they share: at least as many as the one that has most. */
function greatestCounts(all: EcrSeverityCounts[]): EcrSeverityCounts {
  const counts: EcrSeverityCounts = {};
  for (const severity of ECR_SEVERITIES) {
    const most = Math.max(0, ...all.map(each => each[severity] ?? 0));
    if (most > 0) {
      counts[severity] = most;
    }
  }
  return counts;
}

function latest(moments: (string | undefined)[]): string | undefined {
  return moments.filter(Boolean).sort().pop();
}
