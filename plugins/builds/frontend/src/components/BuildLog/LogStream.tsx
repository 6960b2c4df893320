import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Skeleton } from '@backstage/ui';
import type { BuildId } from '@shopstack/plugin-builds-common';
import { FailureNotice, SourceNotice } from '@shopstack/plugin-kit-react';
import { useCallback, useEffect, useState } from 'react';
import { buildsApiRef } from '../../apis';
import { useBuildLog } from '../../hooks/useBuildLog';
import { useDownload } from '../../hooks/useDownload';
import { useLogSearch } from '../../hooks/useLogSearch';
import { buildsTranslationRef } from '../../translation';
import styles from './BuildLog.module.css';
import { LogLines } from './LogLines';
import { LogToolbar } from './LogToolbar';

export interface LogStreamProps {
  entityRef: string;
  build: BuildId;
  /** What the build is called, for names and for the downloaded file. */
  name: string;
  running: boolean;
  /** The log came to its end. */
  onComplete(): void;
}

/** A log that can be read here. It grows while the build runs; what was read stays when a source fails. */
export const LogStream = (props: LogStreamProps) => {
  const { entityRef, build, name, running, onComplete } = props;
  const { t } = useTranslationRef(buildsTranslationRef);
  const api = useApi(buildsApiRef);
  const log = useBuildLog(entityRef, build, { running });
  const search = useLogSearch(log.lines);
  const [follow, setFollow] = useState(true);
  const [showTimes, setShowTimes] = useState(false);
  const { executor, id } = build;
  const fetchLog = useCallback(
    () => api.downloadLog(entityRef, { executor, id }),
    [api, entityRef, executor, id],
  );
  const file = useDownload(fetchLog, `${name.replace(/[^\w.-]+/g, '-')}.log`);

  const { complete } = log;
  useEffect(() => {
    if (complete) onComplete();
  }, [complete, onComplete]);

  const isEmpty = log.lines.length === 0;
  const isSilent =
    isEmpty && log.sources.every(source => source.state === 'ok') && !log.error;
  return (
    <div className={styles.root}>
      <LogToolbar
        search={search}
        showTimes={showTimes}
        onShowTimesChange={setShowTimes}
        follow={follow}
        onFollowChange={setFollow}
        growing={running && !complete}
        downloading={file.pending}
        onDownload={file.download}
      />
      {file.error && (
        <FailureNotice
          title={t('log.downloadFailure')}
          error={file.error}
          onRetry={file.download}
        />
      )}
      {log.error && (
        <FailureNotice
          title={t('log.failure')}
          error={log.error}
          onRetry={log.readOn}
        />
      )}
      <SourceNotice sources={log.sources} />
      {log.loading && <Skeleton width="100%" height="16rem" />}
      {!isEmpty && (
        <LogLines
          lines={log.lines}
          label={t('log.of', { build: name })}
          query={search.query}
          currentLine={search.currentLine}
          showTimes={showTimes}
          follow={follow}
          onFollowChange={setFollow}
        />
      )}
      {isSilent && !log.loading && (
        <p className={styles.state}>
          {t(running ? 'log.notYet' : 'log.nothing')}
        </p>
      )}
      {!isEmpty && (
        <p className={styles.state}>
          {t(complete ? 'log.complete' : 'log.readSoFar', {
            lines: String(log.lines.length),
          })}
        </p>
      )}
    </div>
  );
};
