import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert, Button } from '@backstage/ui';
import type { Build } from '@shopstack/plugin-builds-common';
import { buildName } from '../../buildName';
import { buildsTranslationRef } from '../../translation';
import styles from './BuildsContent.module.css';

export interface StartedNoticeProps {
  build: Build;
  onOpen(): void;
  onDismiss(): void;
}

/** A build was started here: which, and the way to it. */
export const StartedNotice = (props: StartedNoticeProps) => {
  const { build, onOpen, onDismiss } = props;
  const { t } = useTranslationRef(buildsTranslationRef);
  return (
    <Alert
      icon
      status="success"
      role="status"
      className={styles.notice}
      title={t('start.done', {
        name: buildName(build),
        project: build.project,
      })}
      customActions={
        <span className={styles.ways}>
          <Button size="small" variant="secondary" onPress={onOpen}>
            {t('start.open')}
          </Button>
          <Button size="small" variant="tertiary" onPress={onDismiss}>
            {t('start.dismiss')}
          </Button>
        </span>
      }
    />
  );
};
