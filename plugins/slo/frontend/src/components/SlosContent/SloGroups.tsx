import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { SloSummary } from '@shopstack/plugin-slo-common';
import { useMemo } from 'react';
import { entitySlosPath } from '../../sloAddress';
import { sloTranslationRef } from '../../translation';
import { NameCell } from '../SloCells';
import {
  SloTable,
  useSloColumns,
  useSloSort,
  type SloColumn,
} from '../SloTable';
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
        {slo.description}
      </NameCell>
    ),
    [entityRef],
  );
  const environment = useMemo<SloColumn[]>(
    () => [
      {
        id: 'environment',
        label: t('columns.environment'),
        render: slo => slo.environment ?? t('noEnvironment'),
      },
    ],
    [t],
  );
  const columns = useSloColumns(name, environment);
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
