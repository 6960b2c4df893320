import { Link } from '@backstage/ui';
import type { SloSummary } from '@shopstack/plugin-slo-common';
import type { ReactNode } from 'react';
import styles from './SloCells.module.css';

export interface NameCellProps {
  slo: SloSummary;
  /** Where one reads more; absent where the objective belongs to nothing that has a page. */
  href?: string;
  /** The second line. */
  children?: ReactNode;
}

/** What the objective is called, and what it is about. */
export const NameCell = ({ slo, href, children }: NameCellProps) => (
  <span className={styles.pair}>
    <span className={styles.title} title={slo.title}>
      {href ? <Link href={href}>{slo.title}</Link> : slo.title}
    </span>
    {children && <span className={styles.about}>{children}</span>}
  </span>
);
