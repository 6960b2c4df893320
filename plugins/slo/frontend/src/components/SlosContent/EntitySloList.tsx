import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  ObservedPanel,
  Panel,
  TableSkeleton,
} from '@shopstack/plugin-kit-react';
import { annotationProblem } from '../../annotationProblem';
import { useEntitySlos } from '../../hooks/useEntitySlos';
import { sloTranslationRef } from '../../translation';
import { NoSlos, NotLinked } from './NoSlos';
import { SloFileProblems } from './SloFileProblems';
import { SloGroups } from './SloGroups';
import { SloSummaryLine } from './SloSummaryLine';

/** As many rows as a service has most likely, and the two lines above them. */
const EXPECTED_ROWS = 5;

/** The objectives of a service: what they come to, what is wrong in its files, then each. */
export const EntitySloList = ({ entityRef }: { entityRef: string }) => {
  const { t } = useTranslationRef(sloTranslationRef);
  const state = useEntitySlos(entityRef);
  const problem = state.data ? undefined : annotationProblem(state.error);
  if (problem) {
    return (
      <Panel title={t('tab.title')}>
        <NotLinked problem={problem} />
      </Panel>
    );
  }
  return (
    <ObservedPanel
      title={t('tab.title')}
      state={state}
      failureTitle={t('tab.failure')}
      skeleton={
        <TableSkeleton
          label={t('tab.label')}
          columns={8}
          rows={EXPECTED_ROWS}
        />
      }
      isEmpty={data => data.items.length === 0 && data.problems.length === 0}
      empty={<NoSlos />}
    >
      {data => (
        <>
          {data.items.length > 0 && <SloSummaryLine data={data} />}
          <SloFileProblems problems={data.problems} />
          {data.items.length > 0 ? (
            <SloGroups entityRef={entityRef} slos={data.items} />
          ) : (
            <NoSlos />
          )}
        </>
      )}
    </ObservedPanel>
  );
};
