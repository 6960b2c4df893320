import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { DenseTable, EmptyState, Panel } from '@shopstack/plugin-kit-react';
import type { SloDetail } from '@shopstack/plugin-slo-common';
import { sloDetailTranslationRef } from '../../detailTranslation';
import { toggleName } from './addressKeys';
import { BurnDetails } from './BurnDetails';
import { rowName, rowsThatAskForALook } from './burnLooks';
import styles from './SloDetail.module.css';
import { useBurnColumns } from './useBurnColumns';
import type { DetailAddress } from './useDetailAddress';
import type { Subject } from './useSloReadings';

export interface BurnPanelProps {
  slo: SloDetail;
  subject: Subject;
  address: DetailAddress;
  /** Unix seconds of the deployments. */
  moments: number[];
  /** True for the last good answer of a source that does not answer now. */
  isStale: boolean;
}

/** The multi-window burn table; rows whose alert fires or waits open by themselves until somebody chooses. */
export const BurnPanel = (props: BurnPanelProps) => {
  const { slo, subject, address, moments } = props;
  const { t } = useTranslationRef(sloDetailTranslationRef);
  const columns = useBurnColumns(slo);
  const open = address.openRows ?? rowsThatAskForALook(slo.burnWindows);
  return (
    <Panel title={t('burn.title')} stale={props.isStale}>
      {slo.burnWindows.length === 0 ? (
        <EmptyState title={t('burn.empty')} description={t('burn.emptyHint')} />
      ) : (
        <>
          <p className={styles.note}>{t('burn.what')}</p>
          <DenseTable
            label={t('burn.title')}
            columns={columns}
            items={slo.burnWindows}
            keyOf={row => rowName(row)}
            nameOf={row =>
              t('burn.name', {
                severity: t(`burn.${row.severity}`),
                long: row.longWindow,
              })
            }
            isOpen={row => open.includes(rowName(row))}
            onToggle={row =>
              address.setOpenRows(toggleName(open, rowName(row)))
            }
            expand={row => (
              <BurnDetails
                row={row}
                subject={subject}
                address={address}
                window={slo.window.text}
                isGuarded={slo.mode === 'guarded'}
                moments={moments}
              />
            )}
          />
        </>
      )}
    </Panel>
  );
};
