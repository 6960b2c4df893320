import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Select } from '@backstage/ui';
import type { ArgocdApplicationSummary } from '@shopstack/plugin-argocd-common';
import { FilterChips, SearchBox } from '@shopstack/plugin-kit-react';
import { FLEET_STATES, fleetState } from '../../fleetState';
import type { FleetFilter } from '../../hooks/useFleetFilter';
import { argocdTranslationRef } from '../../translation';
import styles from './ApplicationsPage.module.css';

const ANY = 'any';

export interface FleetFiltersProps {
  all: ArgocdApplicationSummary[];
  /** Those that fit everything but the state: the chips count them. */
  fitting: ArgocdApplicationSummary[];
  filter: FleetFilter;
  onChange(parts: Record<string, string>): void;
}

/** Search, states with their counts, and, where there are several, instance and project. */
export const FleetFilters = (props: FleetFiltersProps) => {
  const { all, fitting, filter, onChange } = props;
  const { t } = useTranslationRef(argocdTranslationRef);
  const count = (state: string) =>
    fitting.filter(each => fleetState(each) === state).length;
  const choice = (key: 'instance' | 'project') => {
    const values = [...new Set(all.map(each => each[key]))].sort();
    return (
      values.length > 1 && (
        <Select
          aria-label={t(`fleet.${key}`)}
          size="small"
          className={styles.choice}
          options={[
            { value: ANY, label: `${t(`fleet.${key}`)}: ${t('fleet.any')}` },
            ...values.map(value => ({ value, label: value })),
          ]}
          value={filter[key] || ANY}
          onChange={value =>
            onChange({ [key]: value === ANY ? '' : String(value) })
          }
        />
      )
    );
  };
  return (
    <div className={styles.filters}>
      <SearchBox
        label={t('fleet.search')}
        value={filter.search}
        onSearch={search => onChange({ search })}
      />
      <FilterChips
        label={t('fleet.state')}
        chips={FLEET_STATES.map(id => ({
          id,
          label: t(`state.${id}`),
          count: count(id),
        }))}
        selected={filter.states}
        onSelect={states => onChange({ state: states.join(',') })}
      />
      {choice('instance')}
      {choice('project')}
    </div>
  );
};
