import { parseEntityRef } from '@backstage/catalog-model';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Select } from '@backstage/ui';
import { FilterChips, SearchBox } from '@shopstack/plugin-kit-react';
import { SLO_STATES, type SloSummary } from '@shopstack/plugin-slo-common';
import { SLO_CHOICES, type SloChoice, type SloFilter } from '../../sloFilter';
import { sloTranslationRef } from '../../translation';
import styles from './SlosPage.module.css';

const ANY = 'any';

/** Choices whose values are references of entities. */
const REFERENCES: ReadonlySet<SloChoice> = new Set(['owner', 'system']);

/** What people call a value; addresses are edited by people, so it may be anything. */
function nameOf(choice: SloChoice, value: string): string {
  if (!REFERENCES.has(choice)) return value;
  try {
    return parseEntityRef(value, {
      defaultKind: 'group',
      defaultNamespace: 'default',
    }).name;
  } catch {
    return value;
  }
}

export interface SloFiltersProps {
  all: SloSummary[];
  /** Those that fit everything but the state: the chips count them. */
  counted: SloSummary[];
  filter: SloFilter;
  onChange(
    parts: Partial<Record<SloChoice | 'search' | 'state', string>>,
  ): void;
}

/** Search, states with their counts, and a choice for each property of which there are several values. */
export const SloFilters = (props: SloFiltersProps) => {
  const { all, counted, filter, onChange } = props;
  const { t } = useTranslationRef(sloTranslationRef);
  const choice = (key: SloChoice) => {
    const values = [
      ...new Set([...all.map(slo => slo[key]), filter[key]]),
    ].filter((value): value is string => Boolean(value));
    if (values.length < 2 && !filter[key]) return null;
    const label = t(`page.${key}`);
    return (
      <Select
        key={key}
        aria-label={label}
        size="small"
        className={styles.choice}
        options={[
          { value: ANY, label: `${label}: ${t('page.any')}` },
          ...values
            .map(value => ({ value, label: nameOf(key, value) }))
            .sort((a, b) => a.label.localeCompare(b.label)),
        ]}
        value={filter[key] || ANY}
        onChange={value =>
          onChange({ [key]: value === ANY ? '' : String(value) })
        }
      />
    );
  };
  const states = SLO_STATES.map(id => ({
    id,
    label: t(`state.${id}`),
    count: counted.filter(({ state }) => state === id).length,
  }));
  return (
    <div className={styles.filters}>
      <SearchBox
        label={t('page.search')}
        value={filter.search}
        onSearch={search => onChange({ search })}
      />
      {SLO_CHOICES.map(choice)}
      <FilterChips
        label={t('page.state')}
        chips={states}
        selected={filter.states}
        onSelect={selected => onChange({ state: selected.join(',') })}
      />
    </div>
  );
};
