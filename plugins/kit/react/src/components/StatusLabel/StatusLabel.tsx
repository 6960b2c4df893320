import {
  RiAlertFill,
  RiCheckboxCircleFill,
  RiCheckboxBlankCircleLine,
  RiLoopLeftLine,
  RiQuestionLine,
  RiSpamFill,
  type RemixiconComponentType,
} from '@remixicon/react';
import { useChanged } from '../../hooks';
import styles from './StatusLabel.module.css';

/** What a state means to a person. `none` is "nothing is here yet", `unknown` is "nobody can say": grey is only that. */
export type StatusTone =
  | 'ok'
  | 'progress'
  | 'warning'
  | 'danger'
  | 'none'
  | 'unknown';

export interface StatusLabelProps {
  tone: StatusTone;
  /** The state in one or two words. */
  children: string;
  /** More of it on hover. */
  detail?: string;
  /** A shape of its own, where several states share a tone. */
  icon?: RemixiconComponentType;
}

/** One shape a tone, so that the state can be read without colour. */
const ICONS: Record<StatusTone, RemixiconComponentType> = {
  ok: RiCheckboxCircleFill,
  progress: RiLoopLeftLine,
  warning: RiAlertFill,
  danger: RiSpamFill,
  none: RiCheckboxBlankCircleLine,
  unknown: RiQuestionLine,
};

/** A state: shape, word, colour, in this order of importance. It is marked for a moment when it changes in place. */
export const StatusLabel = ({
  tone,
  children,
  detail,
  icon,
}: StatusLabelProps) => {
  const Icon = icon ?? ICONS[tone];
  const changed = useChanged(`${tone} ${children}`);
  return (
    <span
      className={styles.root}
      data-tone={tone}
      data-changed={changed || undefined}
      title={detail}
    >
      <span className={styles.icon} aria-hidden="true">
        <Icon size={16} />
      </span>
      <span>{children}</span>
    </span>
  );
};
