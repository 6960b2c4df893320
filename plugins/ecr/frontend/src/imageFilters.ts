import {
  ECR_SEVERITIES,
  type EcrImageQuery,
  type EcrScanStatus,
  type EcrSeverity,
} from '@shopstack/plugin-ecr-common';

/** How many images a page shows at first, and how many more every time. */
export const PAGE_SIZE = 50;

/** More than this is not read at once, whatever the address says. */
const MOST_SHOWN = 10_000;

/** How a digest begins. */
const DIGEST = 'sha256:';

/** Scan states as a person asks for them. */
export const SCAN_GROUPS = {
  scanned: ['COMPLETE', 'ACTIVE'],
  waiting: ['PENDING', 'IN_PROGRESS'],
  failed: ['FAILED'],
  noResult: [
    'UNSUPPORTED_IMAGE',
    'FINDINGS_UNAVAILABLE',
    'LIMIT_EXCEEDED',
    'SCAN_ELIGIBILITY_EXPIRED',
    'IMAGE_ARCHIVED',
  ],
  notRead: ['NOT_READ'],
} as const satisfies Record<string, EcrScanStatus[]>;

export type ScanGroup = keyof typeof SCAN_GROUPS;

/** What a person has chosen to see. The address of the page holds it. */
export interface ImageFilters {
  /** Part of a tag or the beginning of a digest. */
  search: string;
  repositoryArn?: string;
  severity?: EcrSeverity;
  scan?: ScanGroup;
  running: boolean;
  untagged: boolean;
  /** How many rows are shown. */
  shown: number;
}

/** One of the words, or undefined for everything else: people edit addresses. */
export function oneOf<T extends string>(
  words: readonly T[],
  text: string | null,
): T | undefined {
  return words.find(word => word === text);
}

function shownOf(text: string | null): number {
  const shown = Number(text);
  return Number.isInteger(shown) && shown > PAGE_SIZE
    ? Math.min(shown, MOST_SHOWN)
    : PAGE_SIZE;
}

/** Reads the filters out of an address; what makes no sense there filters nothing. */
export function readImageFilters(address: URLSearchParams): ImageFilters {
  return {
    search: address.get('search') ?? '',
    repositoryArn: address.get('repository') ?? undefined,
    severity: oneOf(ECR_SEVERITIES, address.get('severity')),
    scan: oneOf(Object.keys(SCAN_GROUPS) as ScanGroup[], address.get('scan')),
    running: address.get('running') === 'true',
    untagged: address.get('untagged') === 'true',
    shown: shownOf(address.get('shown')),
  };
}

/** The filters as they stand in an address: what filters nothing is left out. */
export function imageFiltersToAddress(
  filters: Partial<ImageFilters>,
): Record<string, string | undefined> {
  const { search, repositoryArn, severity, scan, running, untagged, shown } =
    filters;
  return {
    ...('search' in filters && { search: search || undefined }),
    ...('repositoryArn' in filters && { repository: repositoryArn }),
    ...('severity' in filters && { severity }),
    ...('scan' in filters && { scan }),
    ...('running' in filters && { running: running ? 'true' : undefined }),
    ...('untagged' in filters && { untagged: untagged ? 'true' : undefined }),
    ...('shown' in filters && {
      shown: shown && shown > PAGE_SIZE ? String(shown) : undefined,
    }),
  };
}

/** The question to the backend, without the part of the list. */
export function imageQuery(
  filters: ImageFilters,
): Omit<EcrImageQuery, 'offset' | 'limit'> {
  const { repositoryArn, severity, scan, running, untagged } = filters;
  const search = filters.search.trim();
  return {
    search: search || undefined,
    repositoryArn,
    severity,
    scan: scan && [...SCAN_GROUPS[scan]],
    running: running || undefined,
    // Who asks for a digest means that image, whether or not it has a tag.
    untagged: untagged || search.startsWith(DIGEST) ? undefined : false,
  };
}

/** True when the filters leave something out that the first view would show. */
export function isFiltered(filters: ImageFilters): boolean {
  const { search, repositoryArn, severity, scan, running } = filters;
  return Boolean(search.trim() || repositoryArn || severity || scan || running);
}
