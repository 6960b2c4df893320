/** The ten scan states of Amazon ECR, and `NOT_READ` where nobody asked yet. */
export const ECR_SCAN_STATUSES = [
  'ACTIVE',
  'COMPLETE',
  'FAILED',
  'FINDINGS_UNAVAILABLE',
  'IMAGE_ARCHIVED',
  'IN_PROGRESS',
  'LIMIT_EXCEEDED',
  'PENDING',
  'SCAN_ELIGIBILITY_EXPIRED',
  'UNSUPPORTED_IMAGE',
  'NOT_READ',
] as const;

export type EcrScanStatus = (typeof ECR_SCAN_STATUSES)[number];

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

export type EcrSeverityCounts = Partial<Record<EcrSeverity, number>>;

/** What the registry says about the scan of one image. Times are ISO strings. */
export interface EcrScan {
  status: EcrScanStatus;
  /** `enhanced` is Amazon Inspector's. Absent until a scan was read. */
  type?: 'basic' | 'enhanced';
  /** Findings by severity. Absent means that no count is known, which is not the same as none found. */
  counts?: EcrSeverityCounts;
  completedAt?: string;
  /** Why there is no result, in the registry's words. */
  reason?: string;
  /** When the portal last asked. */
  readAt?: string;
}

/** `index` is a multi-arch image; `artifact` is none that runs: a signature, a bill of materials, a chart. */
export type EcrImageKind = 'image' | 'index' | 'artifact';

/** One image of a repository. Times are ISO strings. */
export interface EcrImage {
  /** ARN of the repository: with the digest, the identity of the image. */
  repositoryArn: string;
  repository: string;
  /** Host name of the registry. */
  registry: string;
  region: string;
  /** `sha256:` and 64 hexadecimal digits. */
  digest: string;
  tags: string[];
  kind: EcrImageKind;
  /** Compressed size as stored; absent when the registry does not tell. */
  sizeInBytes?: number;
  pushedAt?: string;
  /** Known to the registry to within a day. */
  lastPulledAt?: string;
  mediaType?: string;
  /** True when the registry keeps it in the archive, from where it cannot be pulled. */
  archived?: boolean;
  scan: EcrScan;
  /** Environments that run it, by digest of the running pods (the index or one of its children). */
  runningIn: string[];
  /** Pulls exactly this image, by digest. */
  pullCommand: string;
  /** Page of this image in the AWS console; by way of IAM Identity Center where `aws.sso.subdomain` is set. */
  consoleUrl: string;
}

/** What narrows the list of images; every part that is absent narrows nothing. */
export interface EcrImageQuery {
  /** Part of a tag or the beginning of a digest. */
  search?: string;
  repositoryArn?: string;
  /** False leaves out what has no tag, unless it runs somewhere. */
  untagged?: boolean;
  /** Only what runs in an environment. */
  running?: boolean;
  scan?: EcrScanStatus[];
  /** Only what has findings of this severity or worse. */
  severity?: EcrSeverity;
  /** Default 0. */
  offset?: number;
  /** Default 50, at most 500. */
  limit?: number;
}

/** One image for one platform inside an index. */
export interface EcrImageChild {
  digest: string;
  /** `linux/arm64/v8`; absent for attestations. */
  platform?: string;
  sizeInBytes?: number;
}

/** What refers to an image: a signature, a bill of materials, an attestation. */
export interface EcrReferrer {
  digest: string;
  kind: 'signature' | 'sbom' | 'attestation' | 'other';
  artifactType?: string;
  mediaType?: string;
  sizeInBytes?: number;
}

/** One signing profile's verdict. */
export interface EcrSigning {
  status: 'COMPLETE' | 'FAILED' | 'IN_PROGRESS' | 'UNKNOWN';
  profile?: string;
  reason?: string;
}

/** What is read only when somebody opens an image. */
export interface EcrImageDetails {
  image: EcrImage;
  children: EcrImageChild[];
  referrers: EcrReferrer[];
  signing: EcrSigning[];
  /** `org.opencontainers.image.revision` of its annotations or labels, where there is one. */
  commit?: string;
}

/** One weakness in one package of an image. */
export interface EcrFinding {
  /** `CVE-...` or the scanner's own name. */
  name: string;
  severity: EcrSeverity;
  /** As the scanner wrote it, where it is none of the known words. */
  severityText?: string;
  /** CVSS base score, 0 to 10. */
  score?: number;
  title?: string;
  description?: string;
  packageName?: string;
  packageVersion?: string;
  /** Version that mends it; absent when none is known. */
  fixedIn?: string;
  /** `NO` only where the scanner says so. */
  fixAvailable?: 'YES' | 'NO' | 'PARTIAL';
  exploitAvailable?: boolean;
  url?: string;
}

/** The findings of one image, the worst first. */
export interface EcrFindings {
  items: EcrFinding[];
  /** Found in all; more than `items` when `truncated`. */
  total: number;
  /** True when the scanner has more than the portal reads (`ecr.maxFindings`). */
  truncated: boolean;
  scan: EcrScan;
  sources: import('@shopstack/plugin-kit-common').SourceStatus[];
}

/** One running image of a service with what was found in it; for the page of a team. */
export interface EcrServiceScan {
  entityRef: string;
  title: string;
  owner?: string;
  image: EcrImage;
  /** The worst findings, at most ten; `image.scan.counts` has all. */
  worst: EcrFinding[];
}
