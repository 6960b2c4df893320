import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useMemo } from 'react';
import { sloTranslationRef } from '../../translation';
import {
  AlertsCell,
  BudgetCell,
  BurnCell,
  EndsCell,
  SliCell,
  TargetCell,
} from '../SloCells';
import { SloStateLabel } from '../SloStateLabel';
import type { SloColumn } from './columns';

/**
 * The columns that every list of objectives has.
 *
 * @param name how the list names an objective; keep its identity
 * @param last more columns at the end; keep their identity
 */
export function useSloColumns(
  name: SloColumn['render'],
  last: SloColumn[],
): SloColumn[] {
  const { t } = useTranslationRef(sloTranslationRef);
  return useMemo<SloColumn[]>(
    () => [
      {
        id: 'state',
        label: t('columns.state'),
        render: slo => (
          <SloStateLabel state={slo.state} reason={slo.stateReason} />
        ),
      },
      {
        id: 'name',
        label: t('columns.name'),
        isRowHeader: true,
        render: name,
      },
      {
        id: 'target',
        label: t('columns.target'),
        render: slo => <TargetCell slo={slo} />,
      },
      {
        id: 'sli',
        label: t('columns.sli'),
        hint: t('columnHints.sli'),
        render: slo => <SliCell slo={slo} />,
      },
      {
        id: 'budget',
        label: t('columns.budget'),
        hint: t('columnHints.budget'),
        render: slo => <BudgetCell slo={slo} />,
      },
      {
        id: 'burn',
        label: t('columns.burn'),
        hint: t('columnHints.burn'),
        align: 'end',
        render: slo => <BurnCell slo={slo} />,
      },
      {
        id: 'ends',
        label: t('columns.ends'),
        hint: t('columnHints.ends'),
        render: slo => <EndsCell slo={slo} />,
      },
      {
        id: 'alerts',
        label: t('columns.alerts'),
        render: slo => <AlertsCell slo={slo} />,
      },
      ...last,
    ],
    [t, name, last],
  );
}
