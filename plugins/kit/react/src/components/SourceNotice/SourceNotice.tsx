import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert } from '@backstage/ui';
import {
  troubledSources,
  type SourceStatus,
} from '@shopstack/plugin-kit-common';
import { RelativeTime } from '../../time';
import { kitTranslationRef } from '../../translation';
import { CopyButton } from '../CopyButton';
import { sourceTitle } from './sourceTitle';
import styles from './SourceNotice.module.css';

export interface SourceNoticeProps {
  sources: SourceStatus[];
}

const OneSource = ({ status }: { status: SourceStatus }) => {
  const { t } = useTranslationRef(kitTranslationRef);
  const unavailable = status.state === 'unavailable';
  const source = sourceTitle(status);
  const since = unavailable ? 'source.unavailable' : 'source.stale';
  const now = unavailable ? 'source.unavailableNow' : 'source.staleNow';
  const title = status.since ? (
    <>
      {t(since, { source })} <RelativeTime value={status.since} />
    </>
  ) : (
    t(now, { source })
  );
  return (
    <Alert
      icon
      status={unavailable ? 'danger' : 'warning'}
      title={title}
      description={
        <div className={styles.body}>
          <p>
            {unavailable
              ? t('source.unavailableMeaning')
              : t('source.staleMeaning')}{' '}
            {status.asOf && (
              <>
                {t('source.lastGood')} <RelativeTime value={status.asOf} />
              </>
            )}
          </p>
          {status.reason && (
            <details>
              <summary>{t('source.reason')}</summary>
              <span className={styles.reason}>
                <code>{status.reason}</code>
                <CopyButton text={status.reason} what={t('source.reason')} />
              </span>
            </details>
          )}
        </div>
      }
    />
  );
};

/** Says of every source that does not answer: which, since when, what that means for the page, and why. */
export const SourceNotice = ({ sources }: SourceNoticeProps) => {
  const troubled = troubledSources(sources);
  if (troubled.length === 0) return null;
  return (
    <div className={styles.root} role="status">
      {troubled.map(status => (
        <OneSource
          key={`${status.source}/${status.instance ?? ''}`}
          status={status}
        />
      ))}
    </div>
  );
};
