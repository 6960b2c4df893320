import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Checkbox } from '@backstage/ui';
import { ConfirmDialog } from '@shopstack/plugin-kit-react';
import { useState } from 'react';
import { argocdApiRef } from '../../apis';
import { useInWords } from '../../hooks/useInWords';
import { argocdTranslationRef } from '../../translation';
import styles from './ApplicationActions.module.css';
import type { ApplicationDialogProps } from './SyncDialog';

/** Makes Argo CD compare the application with git anew. */
export const RefreshDialog = (props: ApplicationDialogProps) => {
  const { entityRef, application, onDone, onClose } = props;
  const { instance, namespace, name } = application;
  const { t } = useTranslationRef(argocdTranslationRef);
  const api = useApi(argocdApiRef);
  const inWords = useInWords();
  const [hard, setHard] = useState(false);
  return (
    <ConfirmDialog
      title={t('refresh.title', { name })}
      confirmLabel={t('refresh.confirm', { name })}
      failureTitle={t('refresh.failure', { name })}
      onConfirm={async () => {
        await inWords(
          api.refresh(entityRef, { instance, namespace, name, hard }),
        );
        onDone();
      }}
      onClose={onClose}
    >
      <p className={styles.effect}>{t('refresh.effect')}</p>
      <Checkbox isSelected={hard} onChange={setHard}>
        {t('refresh.hard')}
      </Checkbox>
    </ConfirmDialog>
  );
};
