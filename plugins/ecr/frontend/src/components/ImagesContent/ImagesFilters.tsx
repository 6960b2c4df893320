import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, SearchField, Select, ToggleButton } from '@backstage/ui';
import { RiCloseLine } from '@remixicon/react';
import { ECR_SEVERITIES } from '@shopstack/plugin-ecr-common';
import { useCallback } from 'react';
import type { Repository } from '../../hooks/useRepositories';
import { ANY, useSeverityOptions } from '../../hooks/useSeverityOptions';
import { useTypedText } from '../../hooks/useTypedText';
import {
  isFiltered,
  oneOf,
  SCAN_GROUPS,
  type ImageFilters,
  type ScanGroup,
} from '../../imageFilters';
import { ecrTranslationRef } from '../../translation';
import styles from './ImagesFilters.module.css';

const GROUPS = Object.keys(SCAN_GROUPS) as ScanGroup[];

export interface ImagesFiltersProps {
  filters: ImageFilters;
  repositories: Repository[];
  onChange(part: Partial<ImageFilters>): void;
  onClear(): void;
}

/** What narrows the list of images; the choices stand in the page's address. */
export const ImagesFilters = ({
  filters,
  repositories,
  onChange,
  onClear,
}: ImagesFiltersProps) => {
  const { t } = useTranslationRef(ecrTranslationRef);
  const [search, setSearch] = useTypedText(
    filters.search,
    useCallback(text => onChange({ search: text }), [onChange]),
  );
  return (
    <div role="search" aria-label={t('filters.label')} className={styles.root}>
      <SearchField
        aria-label={t('filters.search')}
        placeholder={t('filters.search')}
        size="small"
        value={search}
        onChange={setSearch}
      />
      {repositories.length > 1 && (
        <Select
          aria-label={t('filters.repository')}
          size="small"
          options={[
            { value: ANY, label: t('filters.anyRepository') },
            ...repositories.map(({ arn, name }) => ({
              value: arn,
              label: name,
            })),
          ]}
          value={filters.repositoryArn ?? ANY}
          onChange={value =>
            onChange({
              repositoryArn: value === ANY ? undefined : String(value),
            })
          }
        />
      )}
      <Select
        aria-label={t('filters.severity')}
        size="small"
        options={useSeverityOptions()}
        value={filters.severity ?? ANY}
        onChange={value =>
          onChange({ severity: oneOf(ECR_SEVERITIES, String(value)) })
        }
      />
      <Select
        aria-label={t('filters.scan')}
        size="small"
        options={[
          { value: ANY, label: t('filters.anyScan') },
          ...GROUPS.map(group => ({
            value: group,
            label: t(`filters.${group}`),
          })),
        ]}
        value={filters.scan ?? ANY}
        onChange={value => onChange({ scan: oneOf(GROUPS, String(value)) })}
      />
      <ToggleButton
        size="small"
        isSelected={filters.running}
        onChange={running => onChange({ running })}
      >
        {t('filters.running')}
      </ToggleButton>
      <ToggleButton
        size="small"
        isSelected={filters.untagged}
        onChange={untagged => onChange({ untagged })}
      >
        {t('filters.untagged')}
      </ToggleButton>
      {isFiltered(filters) && (
        <Button
          variant="tertiary"
          size="small"
          iconStart={<RiCloseLine size={14} />}
          onPress={onClear}
        >
          {t('images.clear')}
        </Button>
      )}
    </div>
  );
};
