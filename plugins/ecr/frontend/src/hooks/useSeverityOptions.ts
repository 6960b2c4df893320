import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ECR_SEVERITIES } from '@shopstack/plugin-ecr-common';
import { useMemo } from 'react';
import { ecrTranslationRef } from '../translation';

/** Value of an option that filters nothing. */
export const ANY = 'any';

/** The choices of a filter by severity: any, and each severity that somebody asks "or worse" for. */
export function useSeverityOptions(): { value: string; label: string }[] {
  const { t } = useTranslationRef(ecrTranslationRef);
  return useMemo(
    () => [
      { value: ANY, label: t('filters.anySeverity') },
      ...ECR_SEVERITIES.filter(severity => severity !== 'UNDEFINED').map(
        severity => ({
          value: severity,
          label:
            severity === 'CRITICAL'
              ? t('severity.CRITICAL')
              : t('filters.atLeast', { severity: t(`severity.${severity}`) }),
        }),
      ),
    ],
    [t],
  );
}
