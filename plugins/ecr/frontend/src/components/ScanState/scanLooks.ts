import {
  RiArchiveLine,
  RiArrowDownLine,
  RiArrowUpDoubleLine,
  RiArrowUpLine,
  RiCalendarCloseLine,
  RiCloseCircleLine,
  RiForbid2Line,
  RiInformationLine,
  RiLoopLeftLine,
  RiQuestionLine,
  RiShieldCheckFill,
  RiSpeedLine,
  RiSubtractLine,
  RiTimeLine,
  type RemixiconComponentType,
} from '@remixicon/react';
import type { EcrSeverity } from '@shopstack/plugin-ecr-common';
import type { StatusTone } from '@shopstack/plugin-kit-react';
import type { ScanWord } from '../../scanVerdict';

/** Shape and colour of a state; the word is a text of the translations. */
interface Look {
  tone: StatusTone;
  icon: RemixiconComponentType;
}

/** Arrows by weight, so that severities can be told apart without colour. */
export const SEVERITY_LOOKS: Record<EcrSeverity, Look> = {
  CRITICAL: { tone: 'danger', icon: RiArrowUpDoubleLine },
  HIGH: { tone: 'warning', icon: RiArrowUpLine },
  MEDIUM: { tone: 'none', icon: RiSubtractLine },
  LOW: { tone: 'none', icon: RiArrowDownLine },
  INFORMATIONAL: { tone: 'none', icon: RiInformationLine },
  UNDEFINED: { tone: 'unknown', icon: RiQuestionLine },
};

/** One shape a state. Green is only what was scanned and is clean; grey is what nobody can say. */
export const SCAN_LOOKS: Record<ScanWord, Look> = {
  clean: { tone: 'ok', icon: RiShieldCheckFill },
  notCounted: { tone: 'unknown', icon: RiQuestionLine },
  failed: { tone: 'warning', icon: RiCloseCircleLine },
  findingsUnavailable: { tone: 'unknown', icon: RiQuestionLine },
  archived: { tone: 'unknown', icon: RiArchiveLine },
  inProgress: { tone: 'progress', icon: RiLoopLeftLine },
  limitExceeded: { tone: 'warning', icon: RiSpeedLine },
  pending: { tone: 'progress', icon: RiTimeLine },
  expired: { tone: 'warning', icon: RiCalendarCloseLine },
  unsupported: { tone: 'unknown', icon: RiForbid2Line },
  notRead: { tone: 'unknown', icon: RiQuestionLine },
};
