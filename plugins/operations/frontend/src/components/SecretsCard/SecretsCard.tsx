import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useEntity } from '@backstage/plugin-catalog-react';
import {
  DenseTable,
  EmptyState,
  ObservedPanel,
  TableSkeleton,
} from '@shopstack/plugin-kit-react';
import { SECRET_TAGS_ANNOTATION } from '@shopstack/plugin-kit-common';
import { type FoundSecrets, useSecrets } from '../../hooks/useSecrets';
import { operationsTranslationRef } from '../../translation';
import styles from './SecretsCard.module.css';
import { useSecretColumns } from './useSecretColumns';

const snippet = (service: string) =>
  `metadata:\n  annotations:\n    ${SECRET_TAGS_ANNOTATION}: service=${service}`;

const Table = ({ secrets }: { secrets: FoundSecrets }) => {
  const { t } = useTranslationRef(operationsTranslationRef);
  const columns = useSecretColumns(secrets.staleAfterDays);
  return (
    <>
      <DenseTable
        label={t('secrets.table')}
        columns={columns}
        items={secrets.items}
        keyOf={secret => secret.arn}
        firstRows={10}
      />
      <p className={styles.note}>{t('secrets.names')}</p>
    </>
  );
};

/** The secrets of the service, the longest unchanged first. */
export const SecretsCard = () => {
  const { entity } = useEntity();
  const { t } = useTranslationRef(operationsTranslationRef);
  const state = useSecrets(entity);
  const problem = state.data?.problem;
  return (
    <ObservedPanel
      title={t('secrets.title')}
      state={state}
      failureTitle={t('secrets.failure')}
      skeleton={
        <TableSkeleton rows={3} columns={4} label={t('secrets.loading')} />
      }
      isEmpty={({ items }) => items.length === 0}
      empty={
        <EmptyState
          title={problem ? t('secrets.nowhere') : t('secrets.empty')}
          description={problem ?? t('secrets.emptyHint')}
          snippet={problem ? undefined : snippet(entity.metadata.name)}
        />
      }
    >
      {secrets => <Table secrets={secrets} />}
    </ObservedPanel>
  );
};
