import type { SloSummary } from '@shopstack/plugin-slo-common';
import type { ReactNode } from 'react';

/** What lists of objectives can be ordered by. */
export type SloSortKey =
  | 'state'
  | 'name'
  | 'budget'
  | 'burn'
  | 'ends'
  | 'sli'
  | 'target'
  | 'alerts';

/** What the head of a column names, and orders the list by. */
export interface SloColumnHead {
  id: SloSortKey;
  label: string;
  /** What its numbers mean, on hover. */
  hint?: string;
}

/** One column of a list of objectives. */
export interface SloColumn extends SloColumnHead {
  /** What the second line of its cells says, where they have one to order by. */
  second?: SloColumnHead;
  render(slo: SloSummary): ReactNode;
  /** The cell that names its row. One a table. */
  isRowHeader?: boolean;
}
