import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, Select } from '@backstage/ui';
import {
  BUILD_STATUSES,
  type BuildProject,
  type BuildStatus,
} from '@shopstack/plugin-builds-common';
import { SearchBox } from '@shopstack/plugin-kit-react';
import { STATUS_LOOKS } from '../../buildStatus';
import { executorTitle } from '../../executorTitle';
import { isNarrowed, type BuildFilter } from '../../hooks/useBuildFilter';
import { buildsTranslationRef } from '../../translation';
import styles from './BuildsContent.module.css';

/** Stands for "no filter"; a key of a project never looks like it. */
const ALL = '*';

export interface BuildFiltersProps {
  filter: BuildFilter;
  projects: BuildProject[];
  narrow(part: Partial<BuildFilter>, options?: { replace?: boolean }): void;
  clear(): void;
}

/** Narrows the list of builds: by text, by status, by project. */
export const BuildFilters = (props: BuildFiltersProps) => {
  const { filter, projects, narrow, clear } = props;
  const { t } = useTranslationRef(buildsTranslationRef);
  return (
    <div className={styles.filters} role="search">
      <div className={styles.search}>
        <SearchBox
          label={t('filter.search')}
          value={filter.search}
          onSearch={text => narrow({ search: text.trim() }, { replace: true })}
        />
      </div>
      <Select
        className={styles.select}
        size="small"
        aria-label={t('filter.status')}
        placeholder={t('filter.anyStatus')}
        selectionMode="multiple"
        options={BUILD_STATUSES.map(status => ({
          id: status,
          label: t(STATUS_LOOKS[status].key),
        }))}
        value={filter.status}
        onChange={keys => narrow({ status: keys as BuildStatus[] })}
      />
      {projects.length > 1 && (
        <Select
          className={styles.select}
          size="small"
          aria-label={t('filter.project')}
          options={[
            { id: ALL, label: t('filter.anyProject') },
            ...projects.map(({ key, name, executor }) => ({
              id: key,
              label: `${name} (${executorTitle(t, executor)})`,
            })),
          ]}
          value={filter.projectKey ?? ALL}
          onChange={key =>
            narrow({ projectKey: key === ALL ? undefined : String(key) })
          }
        />
      )}
      {isNarrowed(filter) && (
        <Button size="small" variant="tertiary" onPress={clear}>
          {t('filter.clear')}
        </Button>
      )}
    </div>
  );
};
