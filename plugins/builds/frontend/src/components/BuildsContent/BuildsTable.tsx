import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import type {
  Build,
  BuildId,
  BuildPage,
} from '@shopstack/plugin-builds-common';
import { isComplete } from '@shopstack/plugin-kit-common';
import { DenseTable, type DenseColumn } from '@shopstack/plugin-kit-react';
import { buildKey, buildName } from '../../buildName';
import { buildsTranslationRef } from '../../translation';
import styles from './BuildsContent.module.css';

export interface BuildsTableProps {
  page: BuildPage;
  columns: DenseColumn<Build>[];
  /** The build that is open, or that was just started: its row is marked. */
  marked: BuildId | undefined;
  refreshing: boolean;
  onOpen(build: Build): void;
  onShowMore(): void;
}

function shownKey(page: BuildPage) {
  if (page.nextCursor) return 'builds.shownOfMore' as const;
  // What a silent source has built meanwhile is missing.
  return isComplete(page)
    ? ('builds.shownAll' as const)
    : ('builds.shownKnown' as const);
}

/** The builds, and a way to more of them. */
export const BuildsTable = (props: BuildsTableProps) => {
  const { page, columns, marked, refreshing, onOpen, onShowMore } = props;
  const { t } = useTranslationRef(buildsTranslationRef);
  const markedKey = marked && buildKey(marked);
  return (
    <>
      <DenseTable
        label={t('builds.label')}
        columns={columns}
        items={page.items}
        keyOf={build => buildKey(build)}
        nameOf={build =>
          t('builds.title', { name: buildName(build), project: build.project })
        }
        onOpen={onOpen}
        isCurrent={build => buildKey(build) === markedKey}
        firstRows={Infinity}
      />
      <div className={styles.foot}>
        <span role="status">
          {t(shownKey(page), {
            shown: String(page.items.length),
          })}
        </span>
        {page.nextCursor && (
          <Button
            size="small"
            variant="secondary"
            isPending={refreshing}
            onPress={onShowMore}
          >
            {t('builds.showMore')}
          </Button>
        )}
      </div>
    </>
  );
};
