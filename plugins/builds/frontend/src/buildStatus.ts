import {
  RiAlertFill,
  RiCheckboxCircleFill,
  RiCloseCircleFill,
  RiHourglassLine,
  RiLoopLeftLine,
  RiStopCircleLine,
  RiTimerFlashFill,
  type RemixiconComponentType,
} from '@remixicon/react';
import type { BuildStatus } from '@shopstack/plugin-builds-common';
import type { StatusTone } from '@shopstack/plugin-kit-react';

/** What a status means to a person, its own shape, and its key in the translations. */
interface StatusLook {
  tone: StatusTone;
  icon: RemixiconComponentType;
  key: `status.${string}`;
}

/** Every status has a shape of its own: the three that went wrong are told apart without their words, too. */
export const STATUS_LOOKS = {
  succeeded: {
    tone: 'ok',
    icon: RiCheckboxCircleFill,
    key: 'status.succeeded',
  },
  failed: { tone: 'danger', icon: RiCloseCircleFill, key: 'status.failed' },
  fault: { tone: 'danger', icon: RiAlertFill, key: 'status.fault' },
  'timed-out': {
    tone: 'danger',
    icon: RiTimerFlashFill,
    key: 'status.timedOut',
  },
  'in-progress': {
    tone: 'progress',
    icon: RiLoopLeftLine,
    key: 'status.inProgress',
  },
  queued: { tone: 'progress', icon: RiHourglassLine, key: 'status.queued' },
  stopped: { tone: 'none', icon: RiStopCircleLine, key: 'status.stopped' },
} as const satisfies Record<BuildStatus, StatusLook>;

/** Whether something of a build is still to come. */
export function isUnderWay(status: BuildStatus): boolean {
  return status === 'in-progress' || status === 'queued';
}

/** Whether a build or a phase ended in a way that a person has to look at. */
export function wentWrong(status: BuildStatus): boolean {
  return STATUS_LOOKS[status].tone === 'danger';
}
