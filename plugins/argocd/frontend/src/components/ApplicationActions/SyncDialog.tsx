import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Checkbox } from '@backstage/ui';
import type { ArgocdApplication } from '@shopstack/plugin-argocd-common';
import { ConfirmDialog } from '@shopstack/plugin-kit-react';
import { useState } from 'react';
import { argocdApiRef } from '../../apis';
import { useInWords } from '../../hooks/useInWords';
import { argocdTranslationRef } from '../../translation';
import styles from './ApplicationActions.module.css';

export interface ApplicationDialogProps {
  entityRef: string;
  application: ArgocdApplication;
  /** Argo CD took it. */
  onDone(): void;
  onClose(): void;
}

/** Says what a sync will do before Argo CD is asked for it. */
export const SyncDialog = (props: ApplicationDialogProps) => {
  const { entityRef, application, onDone, onClose } = props;
  const { instance, namespace, name, outOfSync, source } = application;
  const { t } = useTranslationRef(argocdTranslationRef);
  const api = useApi(argocdApiRef);
  const inWords = useInWords();
  const [prune, setPrune] = useState(false);
  const different = outOfSync.filter(({ status }) => status === 'OutOfSync');
  return (
    <ConfirmDialog
      title={t('sync.title', { name })}
      confirmLabel={t('sync.confirm', { name })}
      failureTitle={t('sync.failure', { name })}
      destructive={prune}
      onConfirm={async () => {
        await inWords(
          api.sync(entityRef, { instance, namespace, name, prune }),
        );
        onDone();
      }}
      onClose={onClose}
    >
      <p className={styles.effect}>
        {t('sync.effect', { instance, revision: source.targetRevision })}{' '}
        {different.length > 0 &&
          t('sync.resources', { count: different.length })}
      </p>
      <Checkbox isSelected={prune} onChange={setPrune}>
        {t('sync.prune')}
      </Checkbox>
      {prune && <p className={styles.warning}>{t('sync.pruneWarning')}</p>}
    </ConfirmDialog>
  );
};
