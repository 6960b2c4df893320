import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { VisuallyHidden } from '@backstage/ui';
import { RiArrowUpLine } from '@remixicon/react';
import { StatusLabel, type DenseColumn } from '@shopstack/plugin-kit-react';
import {
  formatDuration,
  type SloBurnWindow,
  type SloDetail,
} from '@shopstack/plugin-slo-common';
import { useMemo } from 'react';
import { formatMultiple, formatValue } from '../../charts';
import { sloDetailTranslationRef } from '../../detailTranslation';
import { formatBudget, formatTimeLeft } from '../../format';
import { Hinted } from '../Hinted';
import { AlertCell } from './AlertCell';
import { WORD_LOOKS } from './burnLooks';
import styles from './SloDetail.module.css';

/** An objective as share, as a person would write it: doubles make 0.9990000000000001 of 99.9 %. */
const asShare = (objective: number) =>
  Number((objective / 100).toPrecision(12));

/** The columns of the burn table, in the order in which a rule reads. */
export function useBurnColumns({
  objective,
  budget: { remaining },
}: SloDetail): DenseColumn<SloBurnWindow>[] {
  const { t } = useTranslationRef(sloDetailTranslationRef);
  return useMemo(() => {
    const burn = (value: number | undefined, row: SloBurnWindow) => {
      if (value === undefined) return t('chart.noValue');
      if (value <= row.factor) return formatMultiple(value);
      return (
        <b className={styles.above}>
          <RiArrowUpLine size={14} aria-hidden="true" />
          {formatMultiple(value)}
          <VisuallyHidden> {t('burn.above')}</VisuallyHidden>
        </b>
      );
    };
    const exhaustion = ({ exhaustsInSeconds: seconds }: SloBurnWindow) => {
      if (remaining === undefined) return t('chart.noValue');
      const hint = t(
        seconds === undefined ? 'burn.exhaustionNone' : 'burn.exhaustionHint',
        { left: formatBudget(remaining) },
      );
      let words: string = t('burn.never');
      if (remaining <= 0) words = t('burn.over');
      else if (seconds !== undefined) words = formatTimeLeft(seconds);
      return (
        <Hinted hint={hint}>
          <span className={styles.hinted}>{words}</span>
        </Hinted>
      );
    };
    return [
      {
        id: 'word',
        label: t('burn.state'),
        isRowHeader: true,
        render: row => (
          <Hinted hint={t(`burn.wordHint.${row.word}`)}>
            <StatusLabel {...WORD_LOOKS[row.word]}>
              {t(`burn.word.${row.word}`)}
            </StatusLabel>
          </Hinted>
        ),
      },
      {
        id: 'severity',
        label: t('burn.severity'),
        render: row => t(`burn.${row.severity}`),
      },
      { id: 'exhaustion', label: t('burn.exhaustion'), render: exhaustion },
      {
        id: 'threshold',
        label: t('burn.threshold'),
        align: 'end',
        render: row => (
          <Hinted
            hint={`${formatMultiple(row.factor).replace('×', ' ×')} (1 − ${asShare(objective)}) = ${formatValue('share', row.threshold)}`}
          >
            <span className={styles.hinted}>{formatMultiple(row.factor)}</span>
          </Hinted>
        ),
      },
      {
        id: 'short',
        label: t('burn.short'),
        align: 'end',
        render: row => (
          <>
            {burn(row.short, row)}{' '}
            <span className={styles.quiet}>({row.shortWindow})</span>
          </>
        ),
      },
      {
        id: 'long',
        label: t('burn.long'),
        align: 'end',
        render: row => (
          <>
            {burn(row.long, row)}{' '}
            <span className={styles.quiet}>({row.longWindow})</span>
          </>
        ),
      },
      {
        id: 'for',
        label: t('burn.for'),
        render: row => (
          <span className={styles.short}>
            {row.holdSeconds > 0
              ? formatDuration(row.holdSeconds)
              : t('burn.atOnce')}
          </span>
        ),
      },
      {
        id: 'alert',
        label: t('burn.alert'),
        render: row => <AlertCell alert={row.alert} />,
      },
    ];
  }, [objective, remaining, t]);
}
