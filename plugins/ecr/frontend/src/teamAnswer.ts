import type { EcrServiceScan } from '@shopstack/plugin-ecr-common';
import { hasResult, worstSeverity } from './scanVerdict';

/** The one sentence that a person comes for: how many services are how bad, and how many images nobody can judge. */
export interface TeamAnswer {
  /** Services that run an image with a finding of this severity. */
  critical: number;
  high: number;
  /** Images without a result. */
  unscanned: number;
}

/** Counts services rather than images: one service may run the same weakness in three environments. */
export function teamAnswer(scans: EcrServiceScan[]): TeamAnswer {
  const services = (severity: string) =>
    new Set(
      scans
        .filter(scan => worstSeverity(scan.image.scan.counts) === severity)
        .map(scan => scan.entityRef),
    ).size;
  return {
    critical: services('CRITICAL'),
    high: services('HIGH'),
    unscanned: scans.filter(scan => !hasResult(scan.image.scan)).length,
  };
}
