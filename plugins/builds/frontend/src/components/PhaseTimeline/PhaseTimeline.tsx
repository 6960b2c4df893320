import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { BuildPhase } from '@shopstack/plugin-builds-common';
import {
  CopyButton,
  formatDuration,
  useNow,
} from '@shopstack/plugin-kit-react';
import { STATUS_LOOKS } from '../../buildStatus';
import { phaseBars, type PhaseBar } from '../../phaseBars';
import { buildsTranslationRef } from '../../translation';
import { BuildStatusLabel } from '../BuildStatusLabel';
import styles from './PhaseTimeline.module.css';

const Message = ({ phase }: { phase: BuildPhase }) => {
  const { t } = useTranslationRef(buildsTranslationRef);
  if (!phase.message) return null;
  return (
    <div className={styles.message}>
      <pre>{phase.message}</pre>
      <CopyButton text={phase.message} what={t('phase.message')} />
    </div>
  );
};

const Phase = ({ bar }: { bar: PhaseBar }) => {
  const { phase, seconds, offset, width } = bar;
  return (
    <li className={styles.phase}>
      <span className={styles.name}>{phase.name}</span>
      <BuildStatusLabel status={phase.status} />
      <span className={styles.duration}>
        {seconds !== undefined && formatDuration(seconds)}
      </span>
      <span className={styles.track} aria-hidden="true">
        <span
          className={styles.bar}
          data-tone={STATUS_LOOKS[phase.status].tone}
          style={{
            insetInlineStart: `min(${offset}%, 100% - 3px)`,
            width: `${width}%`,
          }}
        />
      </span>
      <Message phase={phase} />
    </li>
  );
};

export interface PhaseTimelineProps {
  phases: BuildPhase[];
  /** What they are phases of, for screen readers. */
  label: string;
}

/**
 * The phases of a build in time, with why one did not succeed. It is a list of names, statuses and durations, to which
 * the bars add nothing but the sight of it.
 */
export const PhaseTimeline = ({ phases, label }: PhaseTimelineProps) => {
  const { t } = useTranslationRef(buildsTranslationRef);
  const now = useNow();
  if (phases.length === 0) return <p>{t('phase.none')}</p>;
  return (
    <ol className={styles.root} aria-label={label}>
      {phaseBars(phases, now).map((bar, index) => (
        <Phase key={`${index}/${bar.phase.name}`} bar={bar} />
      ))}
    </ol>
  );
};
