import type { ScalarValues } from '../checks/labels';

/** How the two formats of Sloth name the same fields. */
export interface Spelling {
  errorQuery: string;
  totalQuery: string;
  /** Sloth's own files are written in both ways. */
  errorRatioQuery: readonly string[];
  pageAlert: string;
  ticketAlert: string;
  sloPlugins: string;
  /** What the other format writes, by the field that is meant. Sloth passes it over without a word. */
  passedOver: Readonly<Record<string, string>>;
  values: ScalarValues;
}

/** `version: prometheus/v1` */
export const FILE_SPELLING: Spelling = {
  errorQuery: 'error_query',
  totalQuery: 'total_query',
  errorRatioQuery: ['error_ratio_query', 'errorRatioQuery'],
  pageAlert: 'page_alert',
  ticketAlert: 'ticket_alert',
  sloPlugins: 'slo_plugins',
  passedOver: { pageAlert: 'page_alert', ticketAlert: 'ticket_alert' },
  values: 'as written',
};

/** `apiVersion: sloth.slok.dev/v1` */
export const KUBERNETES_SPELLING: Spelling = {
  errorQuery: 'errorQuery',
  totalQuery: 'totalQuery',
  errorRatioQuery: ['errorRatioQuery'],
  pageAlert: 'pageAlert',
  ticketAlert: 'ticketAlert',
  sloPlugins: 'sloPlugins',
  passedOver: { page_alert: 'pageAlert', ticket_alert: 'ticketAlert' },
  values: 'refused',
};
