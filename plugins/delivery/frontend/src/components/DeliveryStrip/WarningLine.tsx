import type { EnvironmentState } from '@shopstack/plugin-delivery-common';
import { RelativeTime } from '@shopstack/plugin-kit-react';
import styles from './DeliveryStrip.module.css';

/** The last warning of the cluster, where something is wrong: in a healthy environment it is of the past. */
export const WarningLine = ({ state }: { state: EnvironmentState }) => {
  const { warning } = state;
  const isIll = state.state === 'degraded' || state.state === 'progressing';
  if (!warning || !isIll) {
    return null;
  }
  return (
    <p className={styles.message} title={warning.message}>
      {warning.reason}
      {warning.lastAt && (
        <>
          {' '}
          <RelativeTime value={warning.lastAt} />
        </>
      )}
      {warning.message && `: ${warning.message}`}
    </p>
  );
};
