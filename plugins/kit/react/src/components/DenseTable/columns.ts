import type { ReactNode } from 'react';

/** One column of a dense table. */
export interface DenseColumn<T> {
  id: string;
  label: string;
  render(item: T): ReactNode;
  /** Numbers stand at the end, so that their digits line up. */
  align?: 'start' | 'end';
  /** The cell that names its row, for screen readers. One a table. */
  isRowHeader?: boolean;
  /** Left out where the table is narrow; what it tells must stand elsewhere too, as in what a row opens to. */
  isSecondary?: boolean;
}
