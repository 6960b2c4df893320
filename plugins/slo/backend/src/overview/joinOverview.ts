import type { SloSummary } from '@shopstack/plugin-slo-common';
import type { RuleHealth } from '../rules/ruleHealth';
import { filledSeconds, indexHistory } from './filledSeconds';
import type { CalendarReadings } from './Calendars';
import type { InstanceHistory, InstanceOverview } from './InstanceOverview';
import { type HeldAlerts, indexHeld, joinAlerts } from './joinAlerts';
import { sloWindows } from './sloWindow';
import { summarizeSlo } from './summarizeSlo';
import { indexCalendars } from './windowSpending';

/** The readings of one instance; what has not been read is absent. */
export interface InstanceReadings {
  overview: InstanceOverview;
  history?: InstanceHistory;
  rules?: readonly RuleHealth[];
  held?: HeldAlerts;
  /** Of the calendar windows that objectives have. */
  calendars?: Pick<CalendarReadings, 'spent' | 'unread'>;
}

/** The objectives of an instance from its readings. */
export function joinOverview(
  instance: string,
  { overview, history, rules, held, calendars }: InstanceReadings,
  alertsUrl: (slothId: string) => string | undefined,
): SloSummary[] {
  const seen = indexHistory(history);
  const heldById = indexHeld(held);
  const rulesById = new Map((rules ?? []).map(each => [each.id, each]));
  const { at: now } = overview;
  const windowOf = sloWindows(now, calendars?.unread);
  const spent = indexCalendars(calendars?.spent ?? []);
  return overview.slos.map(slo => ({
    ...summarizeSlo(slo, {
      instance,
      now,
      filledSeconds: filledSeconds(slo, now, history, seen),
      rules: { areRead: rules !== undefined, health: rulesById.get(slo.id) },
      shown: windowOf(slo),
      calendars: spent,
    }),
    alerts: joinAlerts(slo, heldById, held?.silences ?? [], alertsUrl(slo.id)),
  }));
}
