import type { SloSeverity } from '@shopstack/plugin-slo-common';
import type { CountedBy } from './calendarQuery';
import type { Measured } from './measured';

/** An alert of an objective that Prometheus evaluates as firing or pending. */
export interface RecordedAlert {
  name: string;
  severity: SloSeverity;
  status: 'firing' | 'pending';
  /** ISO; when its expression began to hold. */
  since?: string;
}

/** A calendar window as the labels of an objective tell it. */
export interface RecordedCalendar {
  /** `month`, `2 weeks`. */
  text: string;
  /** ISO date and time without zone at which some window began. */
  startTime?: string;
  /** IANA name. */
  timeZone?: string;
}

/** One objective as its series tell it. */
export interface RecordedSlo {
  /** As `sloth_id` says. */
  id: string;
  service: string;
  name: string;
  /** Labels that tell it from others of the same id, for example those of several clusters behind one querier. */
  variant: Record<string, string>;
  /** Its labels, without those that Sloth and our generator add. */
  labels: Record<string, string>;
  isGuarded: boolean;
  /** Only of calendar windows. */
  calendar?: RecordedCalendar;
  budgeting: 'occurrences' | 'timeslices';
  /** Percent, as recorded: it may be none that an objective can be. */
  objective: number;
  periodSeconds: number;
  /** Shares of errors by the seconds of their windows. */
  ratios: [seconds: number, share: Measured][];
  /** Events of the period, where they are recorded. */
  total?: Measured;
  alerts: RecordedAlert[];
}

/** All that one reading of a Prometheus tells of objectives. JSON keeps it. */
export interface InstanceOverview {
  slos: RecordedSlo[];
  /** When it was evaluated by the clock of Prometheus, Unix seconds; absent when there was nothing to evaluate. */
  at?: number;
  /** How many seconds its clock is before that of the portal; negative when it is behind. */
  aheadSeconds?: number;
  /** What Prometheus warned of: a part may be missing. */
  warnings: string[];
  /** What was left out and why, for people. */
  omissions: string[];
}

/** Since when there is data. */
export interface InstanceHistory {
  /** How far back was looked, in seconds. */
  rangeSeconds: number;
  /** When it was evaluated, Unix seconds. */
  at: number;
  /** The first moment that was seen of each objective, Unix seconds. */
  series: { id: string; labels: Record<string, string>; value: number }[];
}

/** What was spent of one calendar window so far. */
export interface CalendarSpending {
  /** ISO; when the window began. */
  startedAt: string;
  /** How much of it had passed, in seconds. */
  elapsedSeconds: number;
  /** What was counted since the window began: the bad part, and all of it. */
  series: {
    id: string;
    labels: Record<string, string>;
    by: CountedBy;
    subject: 'errors' | 'total';
    value: Measured;
  }[];
  /** What Prometheus warned of: a part may be missing. */
  warnings: string[];
}
