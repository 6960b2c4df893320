import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { ArgocdDeployment } from '@shopstack/plugin-argocd-common';
import {
  CopyText,
  DenseTable,
  RelativeTime,
  type DenseColumn,
} from '@shopstack/plugin-kit-react';
import { useMemo } from 'react';
import { argocdTranslationRef } from '../../translation';

const SHORT_REVISION_LENGTH = 7;
const FIRST_ROWS = 10;

/** What was deployed, newest first. */
export const DeploymentsTable = ({
  deployments,
  name,
}: {
  deployments: ArgocdDeployment[];
  name: string;
}) => {
  const { t } = useTranslationRef(argocdTranslationRef);
  const columns = useMemo<DenseColumn<ArgocdDeployment>[]>(
    () => [
      {
        id: 'id',
        label: t('history.id'),
        isRowHeader: true,
        render: each => String(each.id),
      },
      {
        id: 'revision',
        label: t('history.revision'),
        render: each => (
          <CopyText
            text={each.revision}
            display={each.revision.slice(0, SHORT_REVISION_LENGTH)}
            what={t('applications.revision')}
          />
        ),
      },
      {
        id: 'message',
        label: t('history.message'),
        render: each => each.message?.split('\n')[0] ?? '',
      },
      {
        id: 'author',
        label: t('history.author'),
        render: ({ author }) => (
          <span title={author}>{author?.replace(/\s*<[^>]*>$/, '') ?? ''}</span>
        ),
      },
      {
        id: 'deployed',
        label: t('history.deployed'),
        render: each => <RelativeTime value={each.deployedAt} />,
      },
      {
        id: 'initiatedBy',
        label: t('history.initiatedBy'),
        render: each => each.initiatedBy ?? '',
      },
    ],
    [t],
  );
  return (
    <DenseTable
      label={`${t('details.history')}: ${name}`}
      columns={columns}
      items={deployments}
      keyOf={each => String(each.id)}
      firstRows={FIRST_ROWS}
    />
  );
};
