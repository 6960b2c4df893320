import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import type { BuildPage } from '@shopstack/plugin-builds-common';
import { isComplete } from '@shopstack/plugin-kit-common';
import { EmptyState } from '@shopstack/plugin-kit-react';
import { buildsTranslationRef } from '../../translation';
import styles from './BuildsContent.module.css';

export interface NothingFitsProps {
  page: BuildPage;
  refreshing: boolean;
  onClear(): void;
  onShowMore(): void;
}

function hintOf(page: BuildPage) {
  if (!isComplete(page)) return 'builds.nothingFitsUntold' as const;
  return page.nextCursor
    ? ('builds.nothingFitsYet' as const)
    : ('builds.nothingFitsHint' as const);
}

/** No build that has been read fits the filter: what that means, and the ways on. */
export const NothingFits = (props: NothingFitsProps) => {
  const { page, refreshing, onClear, onShowMore } = props;
  const { t } = useTranslationRef(buildsTranslationRef);
  return (
    <EmptyState
      title={t('builds.nothingFits')}
      description={t(hintOf(page))}
      action={
        <span className={styles.ways}>
          {page.nextCursor && (
            <Button
              size="small"
              variant="secondary"
              isPending={refreshing}
              onPress={onShowMore}
            >
              {t('builds.readFurther')}
            </Button>
          )}
          <Button size="small" variant="secondary" onPress={onClear}>
            {t('filter.clear')}
          </Button>
        </span>
      }
    />
  );
};
