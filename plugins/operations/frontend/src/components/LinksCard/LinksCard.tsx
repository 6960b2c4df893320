import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useEntity } from '@backstage/plugin-catalog-react';
import {
  EmptyState,
  ObservedPanel,
  TableSkeleton,
} from '@shopstack/plugin-kit-react';
import { ON_CALL_ANNOTATION } from '@shopstack/plugin-operations-common';
import { useLinks } from '../../hooks/useLinks';
import { operationsTranslationRef } from '../../translation';
import { EnvironmentRow } from './EnvironmentRow';
import styles from './LinksCard.module.css';
import { OnCallLine } from './OnCallLine';

/** An example to copy; what stands in it has to be replaced. */
const SNIPPET = `metadata:\n  annotations:\n    ${ON_CALL_ANNOTATION}: https://...`;

/** Whom to call first, then one row an environment with the places to look at it. */
export const LinksCard = () => {
  const { entity } = useEntity();
  const { t } = useTranslationRef(operationsTranslationRef);
  const state = useLinks(entity);
  return (
    <ObservedPanel
      title={t('links.title')}
      state={state}
      failureTitle={t('links.failure')}
      skeleton={
        <TableSkeleton rows={3} columns={3} label={t('links.loading')} />
      }
      isEmpty={({ items, onCall }) => items.length + onCall.length === 0}
      empty={
        <EmptyState
          title={t('links.none')}
          description={t('links.noneHint')}
          snippet={SNIPPET}
        />
      }
    >
      {({ items, onCall }) => (
        <>
          <OnCallLine onCall={onCall} />
          {items.length > 0 && (
            <ul
              className={styles.environments}
              aria-label={t('links.environments')}
            >
              {items.map(row => (
                <EnvironmentRow key={row.environment} row={row} />
              ))}
            </ul>
          )}
        </>
      )}
    </ObservedPanel>
  );
};
