import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { StatusLabel, type StatusTone } from '@shopstack/plugin-kit-react';
import { sloDetailTranslationRef } from '../../detailTranslation';
import { formatBudget } from '../../format';

/** From this share of the whole budget on a deployment asks for a look. */
export const MUCH_SPENT = 0.1;
const ALL = 1;

function toneOf(share: number): StatusTone {
  if (share >= ALL) return 'danger';
  return share >= MUCH_SPENT ? 'warning' : 'none';
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
  if (share === undefined) {
    return (
      <StatusLabel tone="unknown">
        {t(
          isSentence
            ? 'deployments.spentShortUnknown'
            : 'deployments.spentUnknown',
        )}
      </StatusLabel>
    );
  }
  const percent = formatBudget(share);
  return (
    <StatusLabel tone={toneOf(share)}>
      {isSentence ? t('deployments.spentShort', { percent }) : percent}
    </StatusLabel>
  );
};
