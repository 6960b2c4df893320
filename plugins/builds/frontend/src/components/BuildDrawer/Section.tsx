import { useId, type ReactNode } from 'react';
import styles from './BuildDrawer.module.css';

/** One subject of an open build. */
export const Section = ({
  title,
  children,
}: {
  title: string;
  children: ReactNode;
}) => {
  const titleId = useId();
  return (
    <section aria-labelledby={titleId} className={styles.section}>
      <h3 id={titleId}>{title}</h3>
      {children}
    </section>
  );
};
