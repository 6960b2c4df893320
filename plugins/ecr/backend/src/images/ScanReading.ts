import type { EcrFinding, EcrScan } from '@shopstack/plugin-ecr-common';

/** What one reading of the findings of an image brought. */
export interface ScanReading {
  scan: EcrScan;
  /** The worst first. */
  findings: EcrFinding[];
  /** Found in all; more than `findings` when `truncated`. */
  total: number;
  /** True when the registry has more than was read. */
  truncated: boolean;
}
