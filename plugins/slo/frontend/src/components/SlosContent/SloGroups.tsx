import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { SloSummary } from '@shopstack/plugin-slo-common';
import { useMemo } from 'react';
import { entitySlosPath } from '../../sloAddress';
import { sloTranslationRef } from '../../translation';
import { NameCell } from '../SloCells';
import { SloTable, useSloColumns, useSloSort } from '../SloTable';
import styles from './SlosContent.module.css';

const CATEGORIES = ['technical', 'business'] as const;

/** The objectives of a service, those of the business in a group of their own beside the technical ones. */
export const SloGroups = ({
  entityRef,
  slos,
}: {
  entityRef: string;
  slos: SloSummary[];
}) => {
  const { t } = useTranslationRef(sloTranslationRef);
  const { sort, sortBy } = useSloSort();
  const name = useMemo(
    () => (slo: SloSummary) => (
      <NameCell slo={slo} href={entitySlosPath(entityRef, slo)}>
        {[slo.environment, slo.description].filter(Boolean).join(' · ')}
      </NameCell>
    ),
    [entityRef],
  );
  const columns = useSloColumns(name);
  const groups = CATEGORIES.map(category => ({
    category,
    slos: slos.filter(slo => slo.category === category),
  })).filter(group => group.slos.length > 0);
  return (
    <>
      {groups.map(({ category, slos: members }) => (
        <section key={category} className={styles.group}>
          {groups.length > 1 && (
            <h3 className={styles.groupTitle}>{t(`tab.${category}`)}</h3>
          )}
          <SloTable
            label={groups.length > 1 ? t(`tab.${category}`) : t('tab.title')}
            slos={members}
            columns={columns}
            sort={sort}
            onSort={sortBy}
          />
        </section>
      ))}
    </>
  );
};
