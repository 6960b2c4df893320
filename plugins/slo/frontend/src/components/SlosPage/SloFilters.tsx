import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { FilterChips, SearchBox } from '@shopstack/plugin-kit-react';
import { SLO_STATES, type SloSummary } from '@shopstack/plugin-slo-common';
import { useCallback, useMemo, useRef } from 'react';
import { choiceOptions } from '../../choiceOptions';
import { SLO_CHOICES, type SloChoice, type SloFilter } from '../../sloFilter';
import { sloTranslationRef } from '../../translation';
import { ChoiceSelect } from './ChoiceSelect';
import styles from './SlosPage.module.css';

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
  const options = useMemo(() => choiceOptions(all), [all]);
  const states = useMemo(() => {
    const counts = new Map<string, number>();
    for (const { state } of counted) {
      counts.set(state, (counts.get(state) ?? 0) + 1);
    }
    return SLO_STATES.map(id => ({
      id,
      label: t(`state.${id}`),
      count: counts.get(id) ?? 0,
    }));
  }, [counted, t]);
  // The address gives a new way to change it with every change of it.
  const change = useRef(onChange);
  change.current = onChange;
  const choose = useCallback(
    (choice: SloChoice, value: string) => change.current({ [choice]: value }),
    [],
  );
  return (
    <div className={styles.filters}>
      <SearchBox
        label={t('page.search')}
        value={filter.search}
        onSearch={search => onChange({ search })}
      />
      {SLO_CHOICES.filter(
        choice => options[choice].length > 1 || filter[choice],
      ).map(choice => (
        <ChoiceSelect
          key={choice}
          choice={choice}
          options={options[choice]}
          value={filter[choice]}
          onChoose={choose}
        />
      ))}
      <div className={styles.states}>
        <FilterChips
          label={t('page.state')}
          chips={states}
          selected={filter.states}
          onSelect={selected => onChange({ state: selected.join(',') })}
        />
      </div>
    </div>
  );
};
