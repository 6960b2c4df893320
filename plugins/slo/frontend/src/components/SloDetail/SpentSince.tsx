import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { StatusLabel, type StatusTone } from '@shopstack/plugin-kit-react';
import { sloDetailTranslationRef } from '../../detailTranslation';
import { formatBudget } from '../../format';

/** A deployment that spent this share of the whole budget deserves a look, and one that spent all of it deserves blame. */
const MUCH = 0.1;
const ALL = 1;

function toneOf(share: number): StatusTone {
  if (share >= ALL) return 'danger';
  return share >= MUCH ? 'warning' : 'none';
}

/** How much of the error budget went since a deployment; in words with `isSentence`, a number in a table. */
export const SpentSince = ({
  share,
  isSentence,
}: {
  share: number | undefined;
  isSentence?: boolean;
}) => {
  const { t } = useTranslationRef(sloDetailTranslationRef);
  const percent =
    share === undefined ? t('deployments.spentUnknown') : formatBudget(share);
  const words = isSentence ? t('deployments.spentShort', { percent }) : percent;
  return (
    <StatusLabel tone={share === undefined ? 'unknown' : toneOf(share)}>
      {words}
    </StatusLabel>
  );
};
