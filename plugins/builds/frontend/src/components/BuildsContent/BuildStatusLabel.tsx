import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { BuildStatus } from '@shopstack/plugin-builds-common';
import { StatusLabel } from '@shopstack/plugin-kit-react';
import { BUILD_STATUSES } from '../../buildStatus';
import { buildsTranslationRef } from '../../translation';

/** How a build or a phase stands. */
export const BuildStatusLabel = ({ status }: { status: BuildStatus }) => {
  const { t } = useTranslationRef(buildsTranslationRef);
  const { tone, key } = BUILD_STATUSES[status];
  return <StatusLabel tone={tone}>{t(key)}</StatusLabel>;
};
