/**
 * The state of an objective in one word.
 *
 * - `burning`: an alert of it fires, or both windows of one burn faster than they may.
 * - `exhausted`: nothing is left of the budget.
 * - `at-risk`: a tenth or less is left, or at the pace of the last day it ends within three days.
 * - `invalid-sli`: the measured share is no share (outside 0 to 1, or not a number while there is traffic).
 * - `rules-not-loaded`: a file states it, Prometheus does not record it, or its rules fail.
 * - `no-data`: it is recorded, and there were no events to measure.
 * - `warming-up`: there is too little to judge yet: less than a day, or fewer than ten events.
 * - `healthy`: none of these.
 */
export type SloState =
  | 'burning'
  | 'exhausted'
  | 'at-risk'
  | 'invalid-sli'
  | 'rules-not-loaded'
  | 'no-data'
  | 'warming-up'
  | 'healthy';

/** The worst first. */
export const SLO_STATES: readonly SloState[] = [
  'burning',
  'exhausted',
  'at-risk',
  'invalid-sli',
  'rules-not-loaded',
  'no-data',
  'warming-up',
  'healthy',
];
