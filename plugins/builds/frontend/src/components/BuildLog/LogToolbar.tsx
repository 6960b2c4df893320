import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, ButtonIcon, SearchField, ToggleButton } from '@backstage/ui';
import {
  RiArrowDownLine,
  RiArrowDownSLine,
  RiArrowUpSLine,
  RiDownloadLine,
  RiTimeLine,
} from '@remixicon/react';
import type { LogSearch } from '../../hooks/useLogSearch';
import { buildsTranslationRef } from '../../translation';
import styles from './BuildLog.module.css';

export interface LogToolbarProps {
  search: LogSearch;
  showTimes: boolean;
  onShowTimesChange(show: boolean): void;
  follow: boolean;
  onFollowChange(follow: boolean): void;
  /** Whether more lines may come; without that there is nothing to follow. */
  growing: boolean;
  downloading: boolean;
  onDownload(): void;
}

/** Search, follow, times and download of a log. */
export const LogToolbar = (props: LogToolbarProps) => {
  const { search } = props;
  const { t } = useTranslationRef(buildsTranslationRef);
  const found = search.hits.length;
  return (
    <div className={styles.toolbar} role="toolbar" aria-label={t('log.tools')}>
      <SearchField
        className={styles.search}
        aria-label={t('log.search')}
        placeholder={t('log.search')}
        size="small"
        value={search.query}
        onChange={search.setQuery}
        onKeyDown={event => {
          if (event.key === 'Enter') search.step(event.shiftKey ? -1 : 1);
        }}
      />
      {search.query && (
        <span className={styles.found}>
          <span role="status">
            {found > 0
              ? t('log.found', {
                  position: String(search.position + 1),
                  total: String(found),
                })
              : t('log.foundNothing')}
          </span>
          <ButtonIcon
            aria-label={t('log.previous')}
            size="small"
            variant="tertiary"
            isDisabled={found === 0}
            icon={<RiArrowUpSLine size={16} />}
            onPress={() => search.step(-1)}
          />
          <ButtonIcon
            aria-label={t('log.next')}
            size="small"
            variant="tertiary"
            isDisabled={found === 0}
            icon={<RiArrowDownSLine size={16} />}
            onPress={() => search.step(1)}
          />
        </span>
      )}
      <span className={styles.tools}>
        {props.growing && (
          <ToggleButton
            size="small"
            iconStart={<RiArrowDownLine size={16} />}
            isSelected={props.follow}
            onChange={props.onFollowChange}
          >
            {t('log.follow')}
          </ToggleButton>
        )}
        <ToggleButton
          size="small"
          iconStart={<RiTimeLine size={16} />}
          isSelected={props.showTimes}
          onChange={props.onShowTimesChange}
        >
          {t('log.times')}
        </ToggleButton>
        <Button
          size="small"
          variant="secondary"
          iconStart={<RiDownloadLine size={16} />}
          isPending={props.downloading}
          onPress={props.onDownload}
        >
          {t('log.download')}
        </Button>
      </span>
    </div>
  );
};
