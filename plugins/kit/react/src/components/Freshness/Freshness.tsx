import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ButtonIcon, Tooltip, TooltipTrigger } from '@backstage/ui';
import { RiRefreshLine } from '@remixicon/react';
import type { SourceStatus } from '@shopstack/plugin-kit-common';
import { RelativeTime } from '../../time';
import { kitTranslationRef } from '../../translation';
import { oldestAnswer } from './oldestAnswer';
import styles from './Freshness.module.css';

export interface FreshnessProps {
  /** The sources of what is shown; its age is that of the oldest. */
  sources: SourceStatus[];
  /** When our backend answered; stands in where no source tells its age. */
  answeredAt?: string;
  /** True while asking again. */
  refreshing?: boolean;
  onRefresh?(): void;
}

/** The corner of a panel: "as of 12 s ago", and a button to ask again. */
export const Freshness = ({
  sources,
  answeredAt,
  refreshing,
  onRefresh,
}: FreshnessProps) => {
  const { t } = useTranslationRef(kitTranslationRef);
  const asOf = oldestAnswer(sources) ?? answeredAt;
  return (
    <span className={styles.root}>
      {asOf && (
        <span>
          {t('freshness.asOf')} <RelativeTime value={asOf} />
        </span>
      )}
      {onRefresh && (
        <TooltipTrigger>
          <ButtonIcon
            aria-label={t('freshness.refresh')}
            variant="tertiary"
            size="small"
            isPending={refreshing}
            icon={<RiRefreshLine size={14} />}
            onPress={onRefresh}
          />
          <Tooltip>{t('freshness.refresh')}</Tooltip>
        </TooltipTrigger>
      )}
    </span>
  );
};
