import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { EcrFinding } from '@shopstack/plugin-ecr-common';
import { DenseTable } from '@shopstack/plugin-kit-react';
import { ecrTranslationRef } from '../../translation';
import styles from './FindingsTable.module.css';
import { useFindingColumns } from './useFindingColumns';

/** Findings in their order; a row opens to what the scanner says of it. */
export const FindingsTable = ({
  label,
  findings,
}: {
  label: string;
  findings: EcrFinding[];
}) => {
  const { t } = useTranslationRef(ecrTranslationRef);
  const columns = useFindingColumns();
  return (
    <DenseTable
      label={label}
      columns={columns}
      items={findings}
      keyOf={finding =>
        [finding.name, finding.packageName, finding.packageVersion].join(' ')
      }
      nameOf={finding => finding.name}
      expand={finding =>
        (finding.title || finding.description) && (
          <div className={styles.description}>
            {finding.title && <p className={styles.title}>{finding.title}</p>}
            <p>{finding.description ?? t('findings.noDescription')}</p>
          </div>
        )
      }
    />
  );
};
