import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useMemo } from 'react';
import { sloTranslationRef } from '../../translation';
import { AlertsCell, BudgetCell, BurnCell, SliCell } from '../SloCells';
import { SloStateLabel } from '../SloStateLabel';
import type { SloColumn } from './columns';

/**
 * The columns of a list of objectives.
 *
 * @param name how the list names an objective; keep its identity
 */
export function useSloColumns(name: SloColumn['render']): SloColumn[] {
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
        id: 'budget',
        label: t('columns.budget'),
        hint: t('columnHints.budget'),
        render: slo => <BudgetCell slo={slo} />,
      },
      {
        id: 'burn',
        label: t('columns.burn'),
        hint: t('columnHints.burn'),
        second: {
          id: 'ends',
          label: t('columns.ends'),
          hint: t('columnHints.ends'),
        },
        render: slo => <BurnCell slo={slo} />,
      },
      {
        id: 'sli',
        label: t('columns.sli'),
        hint: t('columnHints.sli'),
        second: { id: 'target', label: t('columns.target') },
        render: slo => <SliCell slo={slo} />,
      },
      {
        id: 'alerts',
        label: t('columns.alerts'),
        render: slo => <AlertsCell slo={slo} />,
      },
    ],
    [t, name],
  );
}
