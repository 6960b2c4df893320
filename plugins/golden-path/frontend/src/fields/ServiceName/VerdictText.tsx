import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { StatusLabel } from '@shopstack/plugin-kit-react';
import { goldenPathTranslationRef } from '../../translation';
import type { NameVerdict } from './nameVerdict';

/** What is known of the name, in a sentence with its shape and colour; the hint while nothing is typed. */
export const VerdictText = ({
  name,
  verdict,
  hint,
}: {
  name: string;
  verdict: NameVerdict | { kind: 'checking' } | undefined;
  hint: string;
}) => {
  const { t } = useTranslationRef(goldenPathTranslationRef);
  switch (verdict?.kind) {
    case 'checking':
      return (
        <StatusLabel tone="progress">{t('serviceName.checking')}</StatusLabel>
      );
    case 'free':
      return (
        <StatusLabel tone="ok">{t('serviceName.free', { name })}</StatusLabel>
      );
    case 'refused':
      return (
        <StatusLabel tone="danger">
          {t('serviceName.refused', { reason: verdict.reason })}
        </StatusLabel>
      );
    case 'taken':
      return (
        <StatusLabel tone="danger">
          {t('serviceName.taken', { name, by: verdict.by })}
        </StatusLabel>
      );
    case 'unknown':
      return (
        <StatusLabel
          tone="unknown"
          detail={t('serviceName.unknownReason', { reason: verdict.reason })}
        >
          {t('serviceName.unknown')}
        </StatusLabel>
      );
    default:
      return <span>{hint}</span>;
  }
};
