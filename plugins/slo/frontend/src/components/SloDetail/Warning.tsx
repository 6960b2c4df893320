import { RiAlertFill } from '@remixicon/react';
import styles from './SloDetail.module.css';

/** A sentence that warns; unlike the label of a state it may be long. */
export const Warning = ({ children }: { children: string }) => (
  <p className={styles.warning}>
    <RiAlertFill size={16} aria-hidden="true" />
    <span>{children}</span>
  </p>
);
