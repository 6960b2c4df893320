import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { BuildReport } from '@shopstack/plugin-builds-common';
import { StatusLabel, type StatusTone } from '@shopstack/plugin-kit-react';
import { STATUS_LOOKS } from '../../buildStatus';
import { buildsTranslationRef } from '../../translation';

const TONES: Record<BuildReport['status'], StatusTone> = {
  generating: 'progress',
  succeeded: 'ok',
  failed: 'danger',
  incomplete: 'warning',
  unknown: 'unknown',
};

/** How a report stands. */
export const ReportStatusLabel = ({
  status,
}: {
  status: BuildReport['status'];
}) => {
  const { t } = useTranslationRef(buildsTranslationRef);
  return (
    <StatusLabel
      tone={TONES[status]}
      icon={status === 'failed' ? STATUS_LOOKS.failed.icon : undefined}
    >
      {t(`reportStatus.${status}`)}
    </StatusLabel>
  );
};
