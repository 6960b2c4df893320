import type { EnvironmentState } from '@shopstack/plugin-delivery-common';
import { useChanged } from '@shopstack/plugin-kit-react';
import { shortVersion } from '../../shortVersion';
import styles from './EnvironmentChip.module.css';
import { EnvironmentStateLabel } from './EnvironmentStateLabel';

export interface EnvironmentChipProps {
  state: EnvironmentState;
}

/** One environment in a table of services: the state, and the version beside it. */
export const EnvironmentChip = ({ state }: EnvironmentChipProps) => {
  const version = shortVersion(state.version);
  const changed = useChanged(`${state.state} ${version}`);
  return (
    <span className={styles.root} data-changed={changed || undefined}>
      <EnvironmentStateLabel state={state} />
      {version && state.state !== 'not-promoted' && (
        <code className={styles.version}>{version}</code>
      )}
    </span>
  );
};
