import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { BuildDetails } from '@shopstack/plugin-builds-common';
import {
  CopyText,
  DenseTable,
  type DenseColumn,
} from '@shopstack/plugin-kit-react';
import { useMemo } from 'react';
import { buildsTranslationRef } from '../../translation';

type Variable = BuildDetails['variables'][number];

/** The variables that a build exported. */
export const Variables = ({ variables }: { variables: Variable[] }) => {
  const { t } = useTranslationRef(buildsTranslationRef);
  const columns = useMemo<DenseColumn<Variable>[]>(
    () => [
      {
        id: 'name',
        label: t('variable.name'),
        isRowHeader: true,
        render: ({ name }) => <code>{name}</code>,
      },
      {
        id: 'value',
        label: t('variable.value'),
        render: ({ name, value }) => <CopyText text={value} what={name} />,
      },
    ],
    [t],
  );
  return (
    <DenseTable
      label={t('variable.title')}
      columns={columns}
      items={variables}
      keyOf={({ name }) => name}
    />
  );
};
