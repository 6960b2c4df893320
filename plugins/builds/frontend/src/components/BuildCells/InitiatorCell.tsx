import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { Build } from '@shopstack/plugin-builds-common';
import { triggerName } from '../../triggerName';
import { buildsTranslationRef } from '../../translation';
import styles from './BuildCells.module.css';

/** Initiators of CodeBuild are `<service>/<role>`; the last part says who, the whole stands on hover. */
function shortInitiator(initiator: string): string {
  return initiator.split('/').pop() ?? initiator;
}

/** Who or what started a build, and what made them. */
export const InitiatorCell = ({ build }: { build: Build }) => {
  const { t } = useTranslationRef(buildsTranslationRef);
  const { initiator, trigger } = build;
  return (
    <span className={`${styles.stack} ${styles.initiator}`}>
      {initiator && (
        <span className={styles.cut} title={initiator}>
          {shortInitiator(initiator)}
        </span>
      )}
      {trigger && (
        <span className={styles.second}>{triggerName(t, trigger)}</span>
      )}
    </span>
  );
};
