import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import type { BuildReport } from '@shopstack/plugin-builds-common';
import { DenseTable, type DenseColumn } from '@shopstack/plugin-kit-react';
import { useMemo } from 'react';
import { buildsTranslationRef } from '../../translation';
import { FailedCases } from './FailedCases';
import { ReportOutcome } from './ReportOutcome';
import { ReportStatusLabel } from './ReportStatusLabel';

/** The test reports and the coverage of a build; a report with failed cases lists them below the table. */
export const BuildReports = ({ reports }: { reports: BuildReport[] }) => {
  const { t } = useTranslationRef(buildsTranslationRef);
  const columns = useMemo<DenseColumn<BuildReport>[]>(
    () => [
      {
        id: 'name',
        label: t('report.name'),
        isRowHeader: true,
        render: ({ name, url }) =>
          url ? (
            <Link href={url} target="_blank" rel="noopener noreferrer">
              {name}
            </Link>
          ) : (
            name
          ),
      },
      {
        id: 'kind',
        label: t('report.kind'),
        render: ({ kind }) =>
          t(kind === 'test' ? 'report.tests' : 'report.coverage'),
      },
      {
        id: 'status',
        label: t('report.status'),
        render: ({ status }) => <ReportStatusLabel status={status} />,
      },
      {
        id: 'outcome',
        label: t('report.outcome'),
        render: report => <ReportOutcome report={report} />,
      },
    ],
    [t],
  );
  return (
    <>
      <DenseTable
        label={t('report.title')}
        columns={columns}
        items={reports}
        keyOf={(report, index) => `${index}/${report.name}`}
      />
      {reports.map((report, index) => (
        <FailedCases key={`${index}/${report.name}`} report={report} />
      ))}
    </>
  );
};
