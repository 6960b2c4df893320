import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert, Button } from '@backstage/ui';
import { kitTranslationRef } from '../../translation';
import { CopyButton } from '../CopyButton';
import styles from './FailureNotice.module.css';

export interface FailureNoticeProps {
  /** What happened: "The images could not be read". */
  title: string;
  error: Error;
  onRetry?(): void;
}

/** Our own backend did not answer: what happened, what it means, what to do; the technical detail folded below. */
export const FailureNotice = ({
  title,
  error,
  onRetry,
}: FailureNoticeProps) => {
  const { t } = useTranslationRef(kitTranslationRef);
  return (
    <Alert
      icon
      status="danger"
      role="alert"
      title={title}
      description={
        <>
          <p className={styles.meaning}>{t('failure.meaning')}</p>
          <details>
            <summary>{t('failure.detail')}</summary>
            <span className={styles.detail}>
              <code>{error.message}</code>
              <CopyButton text={error.message} what={t('failure.detail')} />
            </span>
          </details>
        </>
      }
      customActions={
        onRetry && (
          <Button size="small" variant="secondary" onPress={onRetry}>
            {t('failure.retry')}
          </Button>
        )
      }
    />
  );
};
