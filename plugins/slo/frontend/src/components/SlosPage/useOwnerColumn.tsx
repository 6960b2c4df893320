import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { useMemo } from 'react';
import { sloTranslationRef } from '../../translation';
import type { SloColumn } from '../SloTable';

/** Whose an objective is. */
export function useOwnerColumn(): SloColumn[] {
  const { t } = useTranslationRef(sloTranslationRef);
  return useMemo(
    () => [
      {
        id: 'owner',
        label: t('columns.owner'),
        isSecondary: true,
        render: ({ owner }) =>
          owner ? (
            <EntityRefLink entityRef={owner} defaultKind="group" hideIcon />
          ) : (
            t('page.noOwner')
          ),
      },
    ],
    [t],
  );
}
