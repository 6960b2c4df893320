import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { EcrFindings } from '@shopstack/plugin-ecr-common';
import {
  ObservedPanel,
  TableSkeleton,
  type ObservedState,
} from '@shopstack/plugin-kit-react';
import { ecrTranslationRef } from '../../translation';
import { FindingsList } from './FindingsList';
import { NoFindings } from './NoFindings';

/** What was found in one image. */
export const FindingsPanel = ({
  state,
  consoleUrl,
}: {
  state: ObservedState<EcrFindings>;
  consoleUrl: string | undefined;
}) => {
  const { t } = useTranslationRef(ecrTranslationRef);
  return (
    <ObservedPanel
      title={t('findings.title')}
      state={state}
      failureTitle={t('findings.failure')}
      skeleton={
        <TableSkeleton label={t('findings.label')} columns={5} rows={8} />
      }
      isEmpty={data => data.items.length === 0}
      empty={state.data && <NoFindings scan={state.data.scan} />}
    >
      {data => <FindingsList findings={data} consoleUrl={consoleUrl} />}
    </ObservedPanel>
  );
};
