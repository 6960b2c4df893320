import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { EcrSeverity } from '@shopstack/plugin-ecr-common';
import { StatusLabel } from '@shopstack/plugin-kit-react';
import { ecrTranslationRef } from '../../translation';
import { SEVERITY_LOOKS } from './scanLooks';

/** A severity: arrow, word, colour. */
export const SeverityLabel = ({
  severity,
  text,
}: {
  severity: EcrSeverity;
  /** As the scanner wrote it, where it is none of the known words. */
  text?: string;
}) => {
  const { t } = useTranslationRef(ecrTranslationRef);
  const look = SEVERITY_LOOKS[severity] ?? SEVERITY_LOOKS.UNDEFINED;
  return (
    <StatusLabel tone={look.tone} icon={look.icon}>
      {text ?? t(`severity.${severity}`)}
    </StatusLabel>
  );
};
