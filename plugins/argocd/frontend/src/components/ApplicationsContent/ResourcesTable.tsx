import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { ArgocdResource } from '@shopstack/plugin-argocd-common';
import {
  DenseTable,
  StatusLabel,
  type DenseColumn,
} from '@shopstack/plugin-kit-react';
import { useMemo } from 'react';
import { HEALTH_TONES, SYNC_TONES } from '../../tones';
import { argocdTranslationRef } from '../../translation';

/** The resources of an application that are not as git says, or not healthy. */
export const ResourcesTable = ({
  resources,
  name,
}: {
  resources: ArgocdResource[];
  name: string;
}) => {
  const { t } = useTranslationRef(argocdTranslationRef);
  const columns = useMemo<DenseColumn<ArgocdResource>[]>(
    () => [
      {
        id: 'kind',
        label: t('resource.kind'),
        render: ({ kind, group }) => <span title={group}>{kind}</span>,
      },
      {
        id: 'name',
        label: t('resource.name'),
        isRowHeader: true,
        render: each => each.name,
      },
      {
        id: 'sync',
        label: t('resource.sync'),
        render: ({ status }) => (
          <StatusLabel tone={SYNC_TONES[status] ?? 'unknown'}>
            {status}
          </StatusLabel>
        ),
      },
      {
        id: 'health',
        label: t('resource.health'),
        render: ({ health }) =>
          health && (
            <StatusLabel tone={HEALTH_TONES[health] ?? 'unknown'}>
              {health}
            </StatusLabel>
          ),
      },
      {
        id: 'message',
        label: t('resource.message'),
        render: ({ message }) => message ?? '',
      },
    ],
    [t],
  );
  return (
    <DenseTable
      label={`${t('details.resources')}: ${name}`}
      columns={columns}
      items={resources}
      keyOf={each =>
        [each.group, each.kind, each.namespace, each.name].join('/')
      }
    />
  );
};
