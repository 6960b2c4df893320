import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import { EmptyState } from '@shopstack/plugin-kit-react';
import type { SloSummary } from '@shopstack/plugin-slo-common';
import { useMemo } from 'react';
import { useSloFilter } from '../../hooks/useSloFilter';
import { fitting, inStates } from '../../sloFilter';
import { sloTranslationRef } from '../../translation';
import { SloTable, useSloColumns, useSloSort } from '../SloTable';
import { ServiceName } from './ServiceName';
import { SloFilters } from './SloFilters';
import styles from './SlosPage.module.css';

const nameOf = (slo: SloSummary) => <ServiceName slo={slo} />;

/** The objectives that fit the filters, the worst first. */
export const AllSlos = ({
  slos,
  isFallback,
}: {
  slos: SloSummary[];
  /** True for everybody's objectives because one's own teams have none. */
  isFallback: boolean;
}) => {
  const { t } = useTranslationRef(sloTranslationRef);
  const { filter, change, clear } = useSloFilter();
  const { sort, sortBy } = useSloSort();
  const columns = useSloColumns(nameOf);
  const counted = useMemo(() => fitting(slos, filter), [slos, filter]);
  const rows = useMemo(
    () => inStates(counted, filter.states),
    [counted, filter.states],
  );
  return (
    <>
      {isFallback && <p className={styles.hint}>{t('page.everybodyHint')}</p>}
      <SloFilters
        all={slos}
        counted={counted}
        filter={filter}
        onChange={change}
      />
      <p role="status" className={styles.hint}>
        {t('page.count', { count: rows.length })}
      </p>
      {rows.length === 0 ? (
        <EmptyState
          title={t('page.nothingFits')}
          action={
            <Button variant="secondary" size="small" onPress={clear}>
              {t('page.clear')}
            </Button>
          }
        />
      ) : (
        <SloTable
          label={t('page.title')}
          slos={rows}
          columns={columns}
          sort={sort}
          onSort={sortBy}
        />
      )}
    </>
  );
};
