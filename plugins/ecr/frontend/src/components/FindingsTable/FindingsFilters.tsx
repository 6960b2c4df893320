import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { SearchField, Select } from '@backstage/ui';
import { ECR_SEVERITIES } from '@shopstack/plugin-ecr-common';
import { useCallback } from 'react';
import type { FindingFilters } from '../../findingFilters';
import { useTypedText } from '../../hooks/useTypedText';
import { ANY, useSeverityOptions } from '../../hooks/useSeverityOptions';
import { oneOf } from '../../imageFilters';
import { ecrTranslationRef } from '../../translation';
import styles from './FindingsFilters.module.css';

/** Search and severity, above the findings of one image. */
export const FindingsFilters = ({
  filters,
  onChange,
}: {
  filters: FindingFilters;
  onChange(part: Partial<FindingFilters>): void;
}) => {
  const { t } = useTranslationRef(ecrTranslationRef);
  const [search, setSearch] = useTypedText(
    filters.search,
    useCallback(text => onChange({ search: text }), [onChange]),
  );
  return (
    <div className={styles.root}>
      <SearchField
        aria-label={t('findings.search')}
        placeholder={t('findings.search')}
        size="small"
        value={search}
        onChange={setSearch}
      />
      <Select
        aria-label={t('findings.severity')}
        size="small"
        options={useSeverityOptions()}
        value={filters.severity ?? ANY}
        onChange={value =>
          onChange({ severity: oneOf(ECR_SEVERITIES, String(value)) })
        }
      />
    </div>
  );
};
