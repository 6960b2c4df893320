import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, Select } from '@backstage/ui';
import { RiCloseLine } from '@remixicon/react';
import { ECR_SEVERITIES } from '@shopstack/plugin-ecr-common';
import { FilterChips, SearchBox } from '@shopstack/plugin-kit-react';
import type { Repository } from '../../hooks/useRepositories';
import { ANY, useSeverityOptions } from '../../hooks/useSeverityOptions';
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
  return (
    <div role="search" aria-label={t('filters.label')} className={styles.root}>
      <SearchBox
        label={t('filters.search')}
        value={filters.search}
        onSearch={search => onChange({ search })}
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
      <FilterChips
        label={t('filters.which')}
        chips={[
          { id: 'running', label: t('filters.running') },
          { id: 'untagged', label: t('filters.untagged') },
        ]}
        selected={[
          ...(filters.running ? ['running'] : []),
          ...(filters.untagged ? ['untagged'] : []),
        ]}
        onSelect={ids =>
          onChange({
            running: ids.includes('running'),
            untagged: ids.includes('untagged'),
          })
        }
      />
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
