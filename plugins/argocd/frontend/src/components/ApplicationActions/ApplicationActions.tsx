import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, ButtonIcon } from '@backstage/ui';
import { RiRefreshLine, RiUploadCloud2Line } from '@remixicon/react';
import type {
  ArgocdAction,
  ArgocdApplication,
} from '@shopstack/plugin-argocd-common';
import { useState } from 'react';
import { argocdTranslationRef } from '../../translation';
import styles from './ApplicationActions.module.css';
import { RefreshDialog } from './RefreshDialog';
import { SyncDialog } from './SyncDialog';

export interface ApplicationActionsProps {
  entityRef: string;
  application: ArgocdApplication;
  allowed: Record<ArgocdAction, boolean>;
  /** Argo CD took it: the application is worth another look. */
  onDone(): void;
}

/** What this person may ask of an application. Nothing is drawn for who may ask nothing. */
export const ApplicationActions = (props: ApplicationActionsProps) => {
  const { entityRef, application, allowed, onDone } = props;
  const { name } = application;
  const { t } = useTranslationRef(argocdTranslationRef);
  const [asking, setAsking] = useState<ArgocdAction>();
  const dialog = {
    entityRef,
    application,
    onDone,
    onClose: () => setAsking(undefined),
  };
  return (
    <span className={styles.actions}>
      {allowed.refresh && (
        <ButtonIcon
          size="small"
          variant="tertiary"
          aria-label={t('refresh.of', { name })}
          icon={<RiRefreshLine size={16} />}
          onPress={() => setAsking('refresh')}
        />
      )}
      {allowed.sync && (
        <Button
          size="small"
          variant="secondary"
          aria-label={t('sync.of', { name })}
          iconStart={<RiUploadCloud2Line size={16} />}
          onPress={() => setAsking('sync')}
        >
          {t('sync.verb')}
        </Button>
      )}
      {asking === 'refresh' && <RefreshDialog {...dialog} />}
      {asking === 'sync' && <SyncDialog {...dialog} />}
    </span>
  );
};
