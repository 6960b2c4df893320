import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { BuildStatus } from '@shopstack/plugin-builds-common';
import { StatusLabel } from '@shopstack/plugin-kit-react';
import { STATUS_LOOKS } from '../../buildStatus';
import { buildsTranslationRef } from '../../translation';

/** How a build or a phase stands: a shape of its own, a word, a colour. */
export const BuildStatusLabel = ({ status }: { status: BuildStatus }) => {
  const { t } = useTranslationRef(buildsTranslationRef);
  const { tone, icon, key } = STATUS_LOOKS[status];
  return (
    <StatusLabel tone={tone} icon={icon}>
      {t(key)}
    </StatusLabel>
  );
};
