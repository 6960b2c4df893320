import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import { ECR_ARN_ANNOTATION } from '@shopstack/plugin-kit-common';
import {
  EmptyState,
  ObservedPanel,
  TableSkeleton,
  type ObservedState,
} from '@shopstack/plugin-kit-react';
import { ALL, type OwnerChoice } from '../../hooks/useOwnerChoice';
import type { ServiceScans } from '../../hooks/useServiceScans';
import { ecrTranslationRef } from '../../translation';
import { Answer } from './Answer';
import styles from './FindingsPage.module.css';
import { ServiceScansTable } from './ServiceScansTable';

/** What makes a service appear here. The account is an example. */
const SNIPPET = [
  'metadata:',
  '  annotations:',
  `    ${ECR_ARN_ANNOTATION}: arn:aws:ecr:us-east-1:123456789012:repository/my-service`,
].join('\n');

/** The running images in every state of their sources. */
export const ServiceScansPanel = ({
  state,
  choice,
  onChoose,
}: {
  state: ObservedState<ServiceScans>;
  choice: OwnerChoice;
  onChoose(choice: string): void;
}) => {
  const { t } = useTranslationRef(ecrTranslationRef);
  return (
    <ObservedPanel
      title={t('team.panel')}
      state={state}
      failureTitle={t('team.failure')}
      skeleton={<TableSkeleton label={t('team.label')} columns={6} rows={12} />}
      isEmpty={data => data.items.length === 0}
      empty={
        <EmptyState
          title={t('team.empty')}
          description={t('team.emptyHint')}
          snippet={SNIPPET}
          action={
            choice !== ALL && (
              <Button
                variant="secondary"
                size="small"
                onPress={() => onChoose(ALL)}
              >
                {t('team.showAll')}
              </Button>
            )
          }
        />
      }
    >
      {data => (
        <>
          <Answer scans={data.items} />
          {data.scope === ALL && choice === undefined && (
            <p className={styles.hint}>{t('team.nothingOwned')}</p>
          )}
          <ServiceScansTable scans={data.items} />
        </>
      )}
    </ObservedPanel>
  );
};
