import type { SloSummary } from '@shopstack/plugin-slo-common';
import type { ReactNode } from 'react';

/** The columns that lists of objectives can have. */
export type SloColumnId =
  | 'state'
  | 'name'
  | 'target'
  | 'sli'
  | 'budget'
  | 'burn'
  | 'ends'
  | 'alerts'
  | 'environment'
  | 'owner';

/** One column of a list of objectives. */
export interface SloColumn {
  id: SloColumnId;
  label: string;
  /** What its numbers mean, on hover of its head. */
  hint?: string;
  render(slo: SloSummary): ReactNode;
  /** Numbers stand at the end, so that their digits line up. */
  align?: 'end';
  /** The cell that names its row. One a table. */
  isRowHeader?: boolean;
  /** Left out where the table is narrow. */
  isSecondary?: boolean;
}
