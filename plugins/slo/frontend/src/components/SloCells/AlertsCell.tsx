import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import {
  RiAlarmWarningFill,
  RiNotificationOffLine,
  RiTimeLine,
  RiVolumeMuteLine,
  type RemixiconComponentType,
} from '@remixicon/react';
import {
  exactTime,
  StatusLabel,
  type StatusTone,
} from '@shopstack/plugin-kit-react';
import type {
  SloAlert,
  SloAlertStatus,
  SloSummary,
} from '@shopstack/plugin-slo-common';
import { DateTime } from 'luxon';
import { sloTranslationRef } from '../../translation';
import styles from './SloCells.module.css';

const LOOKS: Record<
  SloAlertStatus,
  { tone: StatusTone; icon: RemixiconComponentType }
> = {
  firing: { tone: 'danger', icon: RiAlarmWarningFill },
  pending: { tone: 'warning', icon: RiTimeLine },
  silenced: { tone: 'none', icon: RiNotificationOffLine },
  inhibited: { tone: 'none', icon: RiVolumeMuteLine },
};

/** A moment of today as a time, of another day as a date: what a silence lasts until. */
function shortTime(iso: string): string {
  const moment = DateTime.fromISO(iso);
  return moment.hasSame(DateTime.now(), 'day')
    ? moment.toFormat('HH:mm')
    : moment.toFormat('d LLL HH:mm');
}

const OneAlert = ({ alert }: { alert: SloAlert }) => {
  const { t } = useTranslationRef(sloTranslationRef);
  const { name, status, silence, since, url } = alert;
  const severity = t(`alerts.severity.${alert.severity}`);
  const look = LOOKS[status] ?? { tone: 'unknown' };
  const detail = silence
    ? t('alerts.silencedBy', {
        name,
        who: silence.createdBy,
        comment: silence.comment,
      })
    : since && t('alerts.since', { name, time: exactTime(since) });
  const label = (
    <StatusLabel tone={look.tone} icon={look.icon} detail={detail || name}>
      {silence
        ? t('alerts.silencedUntil', {
            time: shortTime(silence.endsAt),
            severity,
          })
        : t('alerts.one', { status: t(`alerts.${status}`), severity })}
    </StatusLabel>
  );
  return url ? (
    <Link href={url} target="_blank" rel="noopener noreferrer">
      {label}
    </Link>
  ) : (
    label
  );
};

/** The alerts of an objective that are not at rest, the loudest first. */
export const AlertsCell = ({ slo }: { slo: SloSummary }) => {
  const { t } = useTranslationRef(sloTranslationRef);
  if (slo.alerts.length === 0) {
    return <span className={styles.secondary}>{t('alerts.none')}</span>;
  }
  const order = Object.keys(LOOKS);
  const alerts = [...slo.alerts].sort(
    (a, b) =>
      order.indexOf(a.status) - order.indexOf(b.status) ||
      a.severity.localeCompare(b.severity),
  );
  return (
    <span className={styles.alerts}>
      {alerts.map(alert => (
        <OneAlert key={`${alert.name}/${alert.severity}`} alert={alert} />
      ))}
    </span>
  );
};
