import {
  ECR_SCAN_STATUSES,
  type EcrFinding,
  type EcrScan,
  type EcrScanStatus,
  type EcrSeverityCounts,
} from '@shopstack/plugin-ecr-common';
import type { ScanReading } from '../images/ScanReading';
import { toFindings, worstFirst } from './findingMapping';
import { toSeverity } from './severity';
import type { WireImage, WireScanFindings } from './wire';

/** States in which there is a result. */
const RESULTS: EcrScanStatus[] = ['COMPLETE', 'ACTIVE'];

/** States whose name says all; the registry's words add nothing. */
const SELF_EVIDENT: EcrScanStatus[] = [...RESULTS, 'PENDING', 'IN_PROGRESS'];

const LONGEST_REASON = 500;

/**
 * What the list says of the scan. Newer kinds of scanning leave it out of the list: then it is undefined, which must
 * not look like a clean image.
 */
export function toListedScan(image: WireImage): EcrScan | undefined {
  const summary = image.imageScanFindingsSummary;
  const status =
    toStatus(image.imageScanStatus?.status) ??
    (summary ? ('COMPLETE' as const) : undefined);
  return (
    status && {
      status,
      counts:
        summary?.findingSeverityCounts &&
        toCounts(summary.findingSeverityCounts),
      completedAt: summary?.imageScanCompletedAt?.toISOString(),
      reason: toReason(status, image.imageScanStatus?.description),
    }
  );
}

/** The pages of one reading of findings, the first of which tells the state and the counts. */
export function toScanReading(
  pages: WireScanFindings[],
  options: { readAt: Date; truncated: boolean; mostFindings: number },
): ScanReading {
  const [{ imageScanStatus, imageScanFindings: first }] = pages;
  const status = toStatus(imageScanStatus.status) ?? 'FINDINGS_UNAVAILABLE';
  const findings = pages
    .flatMap(page => toFindings(page.imageScanFindings))
    .sort(worstFirst);
  const told = first?.findingSeverityCounts
    ? toCounts(first.findingSeverityCounts)
    : undefined;
  const counts =
    told ?? (options.truncated ? undefined : countFindings(pages, findings));
  const counted = sumOf(counts);
  const shown = findings.slice(0, options.mostFindings);
  return {
    scan: {
      status,
      type: typeOf(status, first),
      counts: RESULTS.includes(status) || counted > 0 ? counts : undefined,
      completedAt: first?.imageScanCompletedAt?.toISOString(),
      reason: toReason(status, imageScanStatus.description),
      readAt: options.readAt.toISOString(),
    },
    findings: shown,
    total: Math.max(counted, findings.length),
    truncated: options.truncated || shown.length < findings.length,
  };
}

/** The reading of an image that the registry never scanned, as far as it knows. */
export function toMissingScan(readAt: Date): ScanReading {
  return {
    scan: {
      status: 'FINDINGS_UNAVAILABLE',
      reason: 'Amazon ECR has no scan of this image',
      readAt: readAt.toISOString(),
    },
    findings: [],
    total: 0,
    truncated: false,
  };
}

/** Severities that the portal does not know count as undefined, so that none is lost. */
function toCounts(told: Record<string, unknown>): EcrSeverityCounts {
  const counts: EcrSeverityCounts = {};
  for (const [name, count] of Object.entries(told)) {
    if (typeof count === 'number' && count > 0) {
      const severity = toSeverity(name);
      counts[severity] = (counts[severity] ?? 0) + count;
    }
  }
  return counts;
}

/**
 * Where no counts were told, those that were read; undefined where there is no list to count. One that could not be
 * understood counts as undefined, so that it does not look as if there were none.
 */
function countFindings(
  pages: WireScanFindings[],
  understood: EcrFinding[],
): EcrSeverityCounts | undefined {
  const lists = pages.flatMap(({ imageScanFindings }) => [
    imageScanFindings?.findings ?? [],
    imageScanFindings?.enhancedFindings ?? [],
  ]);
  const isTold = pages.some(
    ({ imageScanFindings: page }) => page?.findings ?? page?.enhancedFindings,
  );
  if (!isTold) {
    return undefined;
  }
  const counts: Record<string, number> = {};
  for (const { severity } of understood) {
    counts[severity] = (counts[severity] ?? 0) + 1;
  }
  const lost = lists.flat().length - understood.length;
  return toCounts({ ...counts, UNDEFINED: (counts.UNDEFINED ?? 0) + lost });
}

function toStatus(name: string | undefined): EcrScanStatus | undefined {
  return ECR_SCAN_STATUSES.find(
    status => status === name && status !== 'NOT_READ',
  );
}

function typeOf(
  status: EcrScanStatus,
  page: WireScanFindings['imageScanFindings'],
): EcrScan['type'] {
  if (status === 'ACTIVE' || (page?.enhancedFindings && !page.findings)) {
    return 'enhanced';
  }
  return page?.findings ? 'basic' : undefined;
}

function toReason(status: EcrScanStatus, description: string | undefined) {
  return SELF_EVIDENT.includes(status)
    ? undefined
    : description?.slice(0, LONGEST_REASON);
}

function sumOf(counts: EcrSeverityCounts | undefined): number {
  return Object.values(counts ?? {}).reduce((sum, count) => sum + count, 0);
}
