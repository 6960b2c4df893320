import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { StatusLabel } from '@shopstack/plugin-kit-react';
import type { SloState } from '@shopstack/plugin-slo-common';
import { SLO_LOOKS } from '../../states';
import { sloTranslationRef } from '../../translation';
import { Hinted } from '../Hinted';

export interface SloStateLabelProps {
  state: SloState;
  /** Why, on hover and on focus; absent where it stands beside the state anyway. */
  reason?: string;
}

/** A state: shape, word, colour, and why. */
export const SloStateLabel = ({ state, reason }: SloStateLabelProps) => {
  const { t } = useTranslationRef(sloTranslationRef);
  const look = SLO_LOOKS[state] ?? { tone: 'unknown' };
  const label = (
    <StatusLabel tone={look.tone} icon={look.icon}>
      {t(`state.${state}`)}
    </StatusLabel>
  );
  return reason ? <Hinted hint={reason}>{label}</Hinted> : label;
};
