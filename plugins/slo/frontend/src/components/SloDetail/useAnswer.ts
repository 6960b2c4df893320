import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useNow } from '@shopstack/plugin-kit-react';
import type { SloDetail } from '@shopstack/plugin-slo-common';
import { sloDetailTranslationRef } from '../../detailTranslation';
import { formatBudget, formatBurn, formatTimeLeft } from '../../format';
import { outlookOf } from './outlook';
import { isInDoubt } from './withoutDoubt';

/** The sentence for which a person opens the page: what is left, how fast it goes, and how long it lasts. */
export function useAnswer(slo: SloDetail): string {
  const { t } = useTranslationRef(sloDetailTranslationRef);
  const outlook = outlookOf(slo, useNow());
  const { remaining } = slo.budget;
  if (remaining === undefined || outlook.kind === 'unmeasured') {
    // A state that speaks of what is left is from another reading; the tiles would contradict it.
    return isInDoubt(slo) || slo.state === 'warming-up'
      ? slo.stateReason
      : t('answer.unmeasured');
  }
  const burning =
    slo.burn === undefined
      ? []
      : [
          slo.burn > 0
            ? t('answer.burning', { burn: formatBurn(slo.burn) })
            : t('answer.notBurning'),
        ];
  switch (outlook.kind) {
    case 'overspent':
      return [
        t('answer.overspent', { over: formatBudget(outlook.by) }),
        ...burning,
      ].join(', ');
    case 'spent':
      return [t('answer.spent'), ...burning].join(', ');
    case 'ends':
      return [
        t('answer.left', { budget: formatBudget(remaining) }),
        ...burning,
        t('answer.ends', { time: formatTimeLeft(outlook.seconds) }),
      ].join(', ');
    default:
      return [
        t('answer.left', { budget: formatBudget(remaining) }),
        ...burning,
        t('answer.lasts'),
      ].join(', ');
  }
}
