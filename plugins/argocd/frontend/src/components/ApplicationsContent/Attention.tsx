import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { ArgocdApplication } from '@shopstack/plugin-argocd-common';
import { StatusLabel } from '@shopstack/plugin-kit-react';
import { OPERATION_TONES } from '../../tones';
import { argocdTranslationRef } from '../../translation';
import styles from './ApplicationsContent.module.css';

/** What of an application asks for a look: conditions, resources that are off, an operation that did not succeed. */
export const Attention = ({
  application,
}: {
  application: ArgocdApplication;
}) => {
  const { t } = useTranslationRef(argocdTranslationRef);
  const { conditions, outOfSync, operation } = application;
  const isOperationNotable = operation && operation.phase !== 'Succeeded';
  if (!conditions.length && !outOfSync.length && !isOperationNotable) {
    return <span className={styles.none}>{t('attention.nothing')}</span>;
  }
  return (
    <span className={styles.attention}>
      {conditions.length > 0 && (
        <StatusLabel
          tone="warning"
          detail={conditions.map(each => each.message).join('\n')}
        >
          {t('attention.conditions', { count: conditions.length })}
        </StatusLabel>
      )}
      {outOfSync.length > 0 && (
        <StatusLabel
          tone="warning"
          detail={outOfSync
            .map(each => `${each.kind}/${each.name}: ${each.status}`)
            .join('\n')}
        >
          {t('attention.outOfSync', { count: outOfSync.length })}
        </StatusLabel>
      )}
      {isOperationNotable && (
        <StatusLabel
          tone={OPERATION_TONES[operation.phase] ?? 'unknown'}
          detail={operation.message}
        >
          {t('attention.operation', {
            phase: operation.phase.toLocaleLowerCase('en-US'),
          })}
        </StatusLabel>
      )}
    </span>
  );
};
