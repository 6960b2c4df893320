import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import type { ArgocdApplicationSummary } from '@shopstack/plugin-argocd-common';
import { DenseTable, EmptyState, Pager } from '@shopstack/plugin-kit-react';
import { useMemo, useState } from 'react';
import { worstFirst } from '../../fleetState';
import { useFleetFilter } from '../../hooks/useFleetFilter';
import { argocdTranslationRef } from '../../translation';
import { FleetFilters } from './FleetFilters';
import { useFleetColumns } from './useFleetColumns';

/** Rows that stand there at first, and that "Show more" adds: a thousand at once would lag. */
const STEP = 100;

/** The applications that fit the filters, the worst first. */
export const Fleet = ({
  applications,
}: {
  applications: ArgocdApplicationSummary[];
}) => {
  const { t } = useTranslationRef(argocdTranslationRef);
  const { filter, change, fits, fitsState } = useFleetFilter();
  const columns = useFleetColumns();
  const [shown, setShown] = useState(STEP);
  const fitting = useMemo(
    () => applications.filter(fits),
    [applications, fits],
  );
  const rows = useMemo(
    () => fitting.filter(fitsState).sort(worstFirst),
    [fitting, fitsState],
  );
  return (
    <>
      <FleetFilters
        all={applications}
        fitting={fitting}
        filter={filter}
        onChange={change}
      />
      <p role="status">{t('fleet.count', { count: rows.length })}</p>
      {rows.length === 0 ? (
        <EmptyState
          title={t('fleet.nothingFits')}
          action={
            <Button
              variant="secondary"
              size="small"
              onPress={() =>
                change({ search: '', state: '', instance: '', project: '' })
              }
            >
              {t('fleet.clear')}
            </Button>
          }
        />
      ) : (
        <DenseTable
          label={t('fleet.title')}
          columns={columns}
          items={rows.slice(0, shown)}
          firstRows={shown}
          keyOf={each => `${each.instance}/${each.namespace}/${each.name}`}
        />
      )}
      <Pager
        shown={Math.min(shown, rows.length)}
        total={rows.length}
        step={STEP}
        onMore={() => setShown(count => count + STEP)}
      />
    </>
  );
};
