import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Select } from '@backstage/ui';
import { ECR_SEVERITIES } from '@shopstack/plugin-ecr-common';
import { SearchBox } from '@shopstack/plugin-kit-react';
import type { FindingFilters } from '../../findingFilters';
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
  return (
    <div className={styles.root}>
      <SearchBox
        label={t('findings.search')}
        value={filters.search}
        onSearch={search => onChange({ search })}
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
