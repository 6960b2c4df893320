import type { Observed } from '@shopstack/plugin-kit-common';
import type { SloState } from '../domain/SloState';

export type SloSeverity = 'page' | 'ticket';

/** Names one objective: the configured Prometheus that records it, and `<service>-<name>`. */
export interface SloReference {
  instance: string;
  id: string;
}

/** What is left of the error budget. */
export interface SloBudget {
  /** Share of the budget that is left: 1 is all, 0 none; negative when more was spent than there was. */
  remaining?: number;
  /** Counted in events of the window so far; only where totals are recorded or can be computed. */
  events?: { total: number; bad: number; allowed: number; left: number };
  /** Counted in minutes; only for time-based objectives. */
  minutes?: { total: number; left: number };
}

export type SloAlertStatus = 'firing' | 'pending' | 'silenced' | 'inhibited';

/** One alert of an objective that is not at rest. Times are ISO strings. */
export interface SloAlert {
  name: string;
  severity: SloSeverity;
  status: SloAlertStatus;
  since?: string;
  /** Only for `silenced`. */
  silence?: { id: string; endsAt: string; createdBy: string; comment: string };
  /** Page of the alert in Alertmanager or Prometheus. */
  url?: string;
}

/** One objective as lists show it. Times are ISO strings; what could not be measured is absent. */
export interface SloSummary extends SloReference {
  /** As `sloth_service` says. */
  service: string;
  /** As `sloth_slo` says. */
  name: string;
  /** What people read; the name where nothing better is known. */
  title: string;
  description?: string;
  /** `business` by the label `category: business`. */
  category: 'technical' | 'business';
  /** From the label `environment` or `env`. */
  environment?: string;
  /** Labels of the objective, without those that Sloth adds. */
  labels: Record<string, string>;
  /** The entity that it belongs to, where the caller may read one that names its service. */
  entityRef?: string;
  entityTitle?: string;
  owner?: string;
  system?: string;
  state: SloState;
  /** Why it is in this state, for a person to read. */
  stateReason: string;
  /** Percent. */
  objective: number;
  window: SloWindow;
  budgeting: 'occurrences' | 'timeslices';
  /** Who computes the period: `guarded` weighs events, `sloth` averages ratios of 5 minutes. */
  mode: 'sloth' | 'guarded';
  /** Share of good events over the window, 0 to 1. */
  sli?: number;
  budget: SloBudget;
  /** How many times faster than allowed the budget is spent now (5 minutes). 1 spends it exactly in the window. */
  burn?: number;
  /** When the budget that is left ends at the pace of the last hour; absent where it does not. */
  exhaustsAt?: string;
  /** How much of the window has data, 0 to 1. */
  filled?: number;
  /** True when the whole budget is less than one event: one more error exhausts it. */
  tooFewEvents?: boolean;
  alerts: SloAlert[];
}

export interface SloWindow {
  kind: 'rolling' | 'calendar';
  /** Length in seconds; of a calendar window that of the current one. */
  seconds: number;
  /** In words that fit a column: `30d`, `month`. */
  text: string;
  /** Only of a calendar window. */
  startedAt?: string;
  endsAt?: string;
}

/** Why the short and the long window together mean something. */
export type BurnWord =
  | 'critical'
  | 'recovering'
  | 'increasing'
  | 'acceptable'
  | 'unknown';

/** One row of the multi-window burn table. */
export interface SloBurnWindow {
  severity: SloSeverity;
  speed: 'quick' | 'slow';
  /** Prometheus durations. */
  shortWindow: string;
  longWindow: string;
  /** Burn rate that both windows must exceed. */
  factor: number;
  /** Share of errors that both windows must exceed: `factor` times the budget. */
  threshold: number;
  /** Share of the budget that the long window spends at the threshold, 0 to 1. */
  budgetShare: number;
  /** Burn rates measured now. */
  short?: number;
  long?: number;
  word: BurnWord;
  /** In how many seconds the budget that is left ends at the pace of the long window; absent where it does not. */
  exhaustsInSeconds?: number;
  /** State of the alert rule that holds this row; absent at rest. */
  alert?: SloAlert;
  /** Seconds that the rule waits before it fires. */
  holdSeconds: number;
}

/** The exact PromQL behind a number. */
export interface SloQuery {
  /** Which number: `sli`, `budget`, `burn`, `total`, `errors`, `page`, `ticket`. */
  subject: string;
  promql: string;
  /** Opens it in Prometheus. */
  url?: string;
}

export interface SloLink {
  kind: 'prometheus' | 'grafana' | 'alertmanager' | 'runbook' | 'file';
  title: string;
  url: string;
}

/** All that the page of one objective shows beside its charts. */
export interface SloDetail extends SloSummary {
  burnWindows: SloBurnWindow[];
  queries: SloQuery[];
  links: SloLink[];
  /** The file that states it, where the entity names one. */
  file?: { url: string; line: number; yaml: string };
  /** Charts that have something to show, in the order of the page. */
  charts: SloChartName[];
}

/**
 * - `budget`: what is left of the budget over time, rolling, as share; one series `remaining`.
 * - `sli`: share of good events (5 minutes); one series `sli`.
 * - `requests`: events a second; `total`. `errors`: the share that is bad (5 minutes); `errors`.
 * - `latency`: quantiles in seconds; `p50`, `p90`, `p99`.
 * - `calendar`: what is left of a calendar window's budget, `remaining`, and the even spending, `ideal`, both as share.
 * - `burn-…`: the two burn rates of a row of the table, `short` and `long`, and `threshold`.
 */
export type SloChartName =
  | 'budget'
  | 'sli'
  | 'requests'
  | 'errors'
  | 'latency'
  | 'calendar'
  | 'burn-page-quick'
  | 'burn-page-slow'
  | 'burn-ticket-quick'
  | 'burn-ticket-slow';

export const SLO_CHARTS: readonly SloChartName[] = [
  'budget',
  'sli',
  'requests',
  'errors',
  'latency',
  'calendar',
  'burn-page-quick',
  'burn-page-slow',
  'burn-ticket-quick',
  'burn-ticket-slow',
];

export type SloCalendar = 'week' | 'month' | 'quarter' | 'year';

/** What part of time a chart shows: the last so much (`30d`), from one moment to another (ISO), or a calendar window. */
export type SloChartRange =
  | { last: string }
  | { from: string; to: string }
  | { calendar: SloCalendar };

export interface SloChartSeries {
  name: string;
  /** One for each of `times`; null where there is nothing. Never Infinity or NaN. */
  values: (number | null)[];
}

/** One chart, ready to draw. */
export interface SloChart {
  chart: SloChartName;
  /** Unix seconds, ascending, evenly spaced. */
  times: number[];
  stepSeconds: number;
  unit: 'share' | 'per-second' | 'seconds' | 'burn-rate';
  series: SloChartSeries[];
  /** The PromQL of each series, or of all together. */
  queries: SloQuery[];
  /** What Prometheus warned of: the answer may lack a part. */
  warnings: string[];
}

/** A deployment beside a chart. Times are ISO strings. */
export interface SloDeployment {
  at: string;
  application: string;
  environment?: string;
  /** Commit of the GitOps repository. */
  revision: string;
  message?: string;
  author?: string;
  /** Page of the application in Argo CD. */
  url?: string;
  /** Share of the whole budget of the window that was spent from this deployment until the next, or until now. */
  budgetSpent?: number;
}

/** A part of an SLO file that was refused; the rest of the files is shown. */
export interface SloFileProblem {
  /** Address of the file, for people. */
  url: string;
  line?: number;
  reason: string;
}

/** The objectives of an entity. */
export interface EntitySlos extends Observed<SloSummary> {
  problems: SloFileProblem[];
}

/** What narrows the list of all objectives. */
export interface SloQueryFilter {
  /** Part of the name, the service or the title. */
  search?: string;
  state?: SloState[];
  /** References of groups, or of users. */
  ownedBy?: string[];
  system?: string[];
  instance?: string;
}

/** The objectives that fit a question, the worst first. */
export interface SloList extends Observed<SloSummary> {
  /** How many objectives that fit the question beside `state` are in each state. */
  totals: Record<SloState, number>;
}
