import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { EcrScan } from '@shopstack/plugin-ecr-common';
import { StatusLabel, useChanged } from '@shopstack/plugin-kit-react';
import { scanVerdict, worstSeverity } from '../../scanVerdict';
import { ecrTranslationRef } from '../../translation';
import { SCAN_LOOKS } from './scanLooks';
import styles from './ScanState.module.css';
import { SeverityCounts } from './SeverityCounts';
import { SeverityLabel } from './SeverityLabel';

/**
 * What the registry says about the scan of an image: a word with its shape, and the counts of what was found. Counts of
 * an earlier scan stand also beside a state without a result, for findings do not go away because a scan expired.
 */
export const ScanState = ({ scan }: { scan: EcrScan }) => {
  const { t } = useTranslationRef(ecrTranslationRef);
  const verdict = scanVerdict(scan);
  const changed = useChanged(`${scan.status} ${JSON.stringify(scan.counts)}`);
  return (
    <span className={styles.root} data-changed={changed || undefined}>
      <span className={styles.word}>
        {'found' in verdict ? (
          <SeverityLabel severity={verdict.found} />
        ) : (
          <StatusLabel
            tone={SCAN_LOOKS[verdict.word].tone}
            icon={SCAN_LOOKS[verdict.word].icon}
            detail={
              scan.reason ??
              (verdict.word === 'clean' ? t('scan.cleanDetail') : undefined)
            }
          >
            {t(`scan.${verdict.word}`)}
          </StatusLabel>
        )}
      </span>
      {scan.counts && worstSeverity(scan.counts) && (
        <SeverityCounts counts={scan.counts} />
      )}
    </span>
  );
};
