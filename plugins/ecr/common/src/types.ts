/** The ten scan states of Amazon ECR, and `NOT_READ` where the registry did not tell. */
export type EcrScanStatus =
  | 'ACTIVE'
  | 'COMPLETE'
  | 'FAILED'
  | 'FINDINGS_UNAVAILABLE'
  | 'IMAGE_ARCHIVED'
  | 'IN_PROGRESS'
  | 'LIMIT_EXCEEDED'
  | 'PENDING'
  | 'SCAN_ELIGIBILITY_EXPIRED'
  | 'UNSUPPORTED_IMAGE'
  | 'NOT_READ';

/** Severities in the order of their weight. */
export const ECR_SEVERITIES = [
  'CRITICAL',
  'HIGH',
  'MEDIUM',
  'LOW',
  'INFORMATIONAL',
  'UNDEFINED',
] as const;

export type EcrSeverity = (typeof ECR_SEVERITIES)[number];

/** What the registry says about the scan of one image. */
export interface EcrScan {
  status: EcrScanStatus;
  /** Findings by severity. Absent means that no count is known, which is not the same as none found. */
  counts?: Partial<Record<EcrSeverity, number>>;
  completedAt?: string;
}

/** One image of a repository. Times are ISO strings. */
export interface EcrImage {
  repository: string;
  /** Host name of the registry. */
  registry: string;
  region: string;
  /** `sha256:` and 64 hexadecimal digits. */
  digest: string;
  tags: string[];
  /** Compressed size as stored; absent when the registry does not tell. */
  sizeInBytes?: number;
  pushedAt?: string;
  /** Known to the registry to within a day. */
  lastPulledAt?: string;
  mediaType?: string;
  scan: EcrScan;
  /** Pulls exactly this image, by digest. */
  pullCommand: string;
  /** Page of this image in the AWS console. */
  consoleUrl: string;
}
