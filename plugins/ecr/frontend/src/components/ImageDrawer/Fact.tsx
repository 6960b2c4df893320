import type { ReactNode } from 'react';
import styles from './ImageFacts.module.css';

/** One thing that is known, with its name. */
export const Fact = ({
  label,
  children,
}: {
  label: string;
  children: ReactNode;
}) => (
  <div className={styles.fact}>
    <dt>{label}</dt>
    <dd>{children}</dd>
  </div>
);
