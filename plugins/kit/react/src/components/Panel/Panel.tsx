import { Card, CardBody } from '@backstage/ui';
import { useId, type ReactNode } from 'react';
import styles from './Panel.module.css';

export interface PanelProps {
  title: string;
  /** The right end of the head: the age of the data, a link to the system behind it. */
  corner?: ReactNode;
  /** Dims the content: it is the last good answer of a source that does not answer now. */
  stale?: boolean;
  /** Notices above the content; never dimmed. */
  notice?: ReactNode;
  children: ReactNode;
}

/** One subject of a page: a title, its age in the corner, and the content. */
export const Panel = ({
  title,
  corner,
  stale,
  notice,
  children,
}: PanelProps) => {
  const titleId = useId();
  return (
    <Card role="region" aria-labelledby={titleId} className={styles.root}>
      <div className={styles.head}>
        <h2 id={titleId} className={styles.title}>
          {title}
        </h2>
        {corner && <div className={styles.corner}>{corner}</div>}
      </div>
      <CardBody className={styles.body}>
        {notice}
        <div data-stale={stale || undefined} className={styles.content}>
          {children}
        </div>
      </CardBody>
    </Card>
  );
};
