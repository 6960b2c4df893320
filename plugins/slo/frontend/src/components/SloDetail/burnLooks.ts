import {
  RiArrowRightDownLine,
  RiArrowRightUpLine,
  RiFireFill,
  RiNotification3Fill,
  RiNotificationOffLine,
  RiTimerLine,
  RiVolumeMuteLine,
  type RemixiconComponentType,
} from '@remixicon/react';
import type { StatusTone } from '@shopstack/plugin-kit-react';
import type {
  BurnWord,
  SloAlertStatus,
  SloBurnWindow,
  SloChartName,
} from '@shopstack/plugin-slo-common';

interface Look {
  tone: StatusTone;
  icon?: RemixiconComponentType;
}

/** What two windows say together. */
export const WORD_LOOKS: Record<BurnWord, Look> = {
  critical: { tone: 'danger', icon: RiFireFill },
  increasing: { tone: 'warning', icon: RiArrowRightUpLine },
  recovering: { tone: 'progress', icon: RiArrowRightDownLine },
  acceptable: { tone: 'ok' },
  unknown: { tone: 'unknown' },
};

export const ALERT_LOOKS: Record<SloAlertStatus, Look> = {
  firing: { tone: 'danger', icon: RiNotification3Fill },
  pending: { tone: 'warning', icon: RiTimerLine },
  silenced: { tone: 'none', icon: RiVolumeMuteLine },
  inhibited: { tone: 'none', icon: RiNotificationOffLine },
};

/** The name of a row in addresses: `page-quick`. */
export function rowName({
  severity,
  speed,
}: Pick<SloBurnWindow, 'severity' | 'speed'>): string {
  return `${severity}-${speed}`;
}

/** The chart of a row. */
export function rowChart(row: SloBurnWindow): SloChartName {
  return `burn-${row.severity}-${row.speed}`;
}

/**
 * The rows that open by themselves: those whose alert fires or waits. An alert rule holds two rows; the one that made it
 * go off opens, or, where neither says so any more, both.
 */
export function rowsThatAskForALook(rows: SloBurnWindow[]): string[] {
  const alerting = rows.filter(
    ({ alert }) => alert?.status === 'firing' || alert?.status === 'pending',
  );
  const isCause = (row: SloBurnWindow) => row.word === 'critical';
  return alerting
    .filter(
      row =>
        isCause(row) ||
        !alerting.some(each => each.severity === row.severity && isCause(each)),
    )
    .map(rowName);
}
