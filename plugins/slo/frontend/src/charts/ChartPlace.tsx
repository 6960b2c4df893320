import type { ReactNode } from 'react';
import styles from './TimeChart.module.css';

/** Pixels of the row of handles above a drawing; `MarkerHandles.module.css` says the same. */
export const HANDLES_HEIGHT = 22;

/** The place of a drawing that is not there: of its size, with what is to say about that in the middle. */
export const DrawingPlace = ({
  height,
  children,
}: {
  /** Pixels. */
  height: number;
  children: ReactNode;
}) => (
  <div className={styles.place} style={{ height }}>
    {children}
  </div>
);

/** The place of a chart that is not there: that of its legend as well. */
export const ChartPlace = (props: { height: number; children: ReactNode }) => (
  <div className={styles.root}>
    <div className={styles.legend} />
    <DrawingPlace {...props} />
  </div>
);
