import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { EcrScan } from '@shopstack/plugin-ecr-common';
import { EmptyState } from '@shopstack/plugin-kit-react';
import { scanVerdict } from '../../scanVerdict';
import { ecrTranslationRef } from '../../translation';

/** No finding to list: because there is none, or because nobody can say. Never the one for the other. */
export const NoFindings = ({ scan }: { scan: EcrScan }) => {
  const { t } = useTranslationRef(ecrTranslationRef);
  const verdict = scanVerdict(scan);
  if ('word' in verdict && verdict.word === 'clean') {
    return (
      <EmptyState
        title={t('findings.clean')}
        description={t('findings.cleanHint')}
      />
    );
  }
  const state =
    'word' in verdict
      ? t(`scan.${verdict.word}`)
      : t(`severity.${verdict.found}`);
  return (
    <EmptyState
      title={t('findings.noResult', {
        state: state.toLocaleLowerCase('en-US'),
      })}
      description={
        <>
          {t('findings.noResultHint')}
          {scan.reason && (
            <>
              <br />
              {scan.reason}
            </>
          )}
        </>
      }
    />
  );
};
