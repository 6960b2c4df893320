import type {
  EcrScan,
  EcrScanStatus,
  EcrSeverityCounts,
} from '@shopstack/plugin-ecr-common';
import type { KeptScan, KeptScanDetails } from './ScanStore';

export const SCANS = 'ecr_scans';

export interface ScanRow {
  repository_arn: string;
  digest: string;
  status: string;
  type: string | null;
  counts: string | null;
  reason: string | null;
  completed_at: string | null;
  worst: string;
  image: string | null;
  read_at: string;
  due_at: string;
  changed_at: string;
}

/** The columns without what only the page of a team shows. */
export const STATE_COLUMNS = [
  'repository_arn',
  'digest',
  'status',
  'type',
  'counts',
  'reason',
  'completed_at',
  'read_at',
  'due_at',
  'changed_at',
] as const satisfies (keyof ScanRow)[];

export type StateRow = Pick<ScanRow, (typeof STATE_COLUMNS)[number]>;

export function toRow(kept: KeptScanDetails, at: Date): ScanRow {
  const { scan, image } = kept;
  return {
    repository_arn: kept.repositoryArn,
    digest: kept.digest,
    status: scan.status,
    type: scan.type ?? null,
    counts: scan.counts ? JSON.stringify(scan.counts) : null,
    reason: scan.reason ?? null,
    completed_at: scan.completedAt ?? null,
    worst: JSON.stringify(kept.worst),
    image: image ? JSON.stringify(image) : null,
    read_at: scan.readAt ?? new Date(0).toISOString(),
    due_at: kept.dueAt.toISOString(),
    changed_at: at.toISOString(),
  };
}

export function toState(row: StateRow): KeptScan {
  return {
    repositoryArn: row.repository_arn,
    digest: row.digest,
    scan: {
      status: row.status as EcrScanStatus,
      ...(row.type !== null && { type: row.type as EcrScan['type'] }),
      ...(row.counts !== null && {
        counts: JSON.parse(row.counts) as EcrSeverityCounts,
      }),
      ...(row.completed_at !== null && { completedAt: row.completed_at }),
      ...(row.reason !== null && { reason: row.reason }),
      readAt: row.read_at,
    },
    dueAt: new Date(row.due_at),
  };
}

export function toScan(row: ScanRow): KeptScanDetails {
  return {
    ...toState(row),
    worst: JSON.parse(row.worst),
    ...(row.image !== null && { image: JSON.parse(row.image) }),
  };
}
