import type { ReactNode } from 'react';
import styles from './ImageFacts.module.css';

/** One thing that is known, with its name. */
export const Fact = ({
  label,
  isWide,
  children,
}: {
  label: string;
  /** True for what needs the whole width, such as a digest. */
  isWide?: boolean;
  children: ReactNode;
}) => (
  <div className={styles.fact} data-wide={isWide}>
    <dt>{label}</dt>
    <dd>{children}</dd>
  </div>
);
