import {
  RiBatteryLine,
  RiBugFill,
  RiCheckboxCircleFill,
  RiErrorWarningFill,
  RiFileWarningFill,
  RiFireFill,
  RiHourglass2Line,
  RiQuestionLine,
  type RemixiconComponentType,
} from '@remixicon/react';
import type { StatusTone } from '@shopstack/plugin-kit-react';
import type { SloState } from '@shopstack/plugin-slo-common';

/** Shape and colour of a state; the word is a text of the translations. */
export interface SloLook {
  tone: StatusTone;
  icon: RemixiconComponentType;
}

/** One shape a state. Green is only what was measured and holds; grey is only what nobody can say. */
export const SLO_LOOKS: Record<SloState, SloLook> = {
  burning: { tone: 'danger', icon: RiFireFill },
  exhausted: { tone: 'danger', icon: RiBatteryLine },
  'at-risk': { tone: 'warning', icon: RiErrorWarningFill },
  'invalid-sli': { tone: 'warning', icon: RiBugFill },
  'rules-not-loaded': { tone: 'warning', icon: RiFileWarningFill },
  'no-data': { tone: 'unknown', icon: RiQuestionLine },
  'warming-up': { tone: 'progress', icon: RiHourglass2Line },
  healthy: { tone: 'ok', icon: RiCheckboxCircleFill },
};
