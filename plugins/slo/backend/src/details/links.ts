import type { SloLink, SloSummary } from '@shopstack/plugin-slo-common';
import type { EndpointConfig, InstanceConfig } from '../config';
import {
  alertmanagerAlertUrl,
  grafanaUrl,
  prometheusGraphUrl,
} from '../upstream/links';

/** Pages that people open beside the portal. Each answers undefined where there is none. */
export interface InstanceLinks {
  /** A query in Prometheus, as a graph of the last day. */
  query(promql: string): string | undefined;
  /** The alerts of an objective in Alertmanager. */
  alerts(id: string): string | undefined;
}

const GRAPH_SECONDS = 86_400;

/** The links of one configured Prometheus and its Alertmanager. */
export function instanceLinks(config: InstanceConfig): InstanceLinks {
  const prometheus = pageOf(config);
  const alertmanager = config.alertmanager && pageOf(config.alertmanager);
  return {
    query: promql =>
      prometheus &&
      prometheusGraphUrl(prometheus, promql, { rangeSeconds: GRAPH_SECONDS }),
    alerts: id =>
      alertmanager && alertmanagerAlertUrl(alertmanager, { sloth_id: id }),
  };
}

/** An API that only takes signed requests has no page, unless one is named. */
function pageOf({ url, externalUrl, authentication }: EndpointConfig) {
  const hasPage = authentication.type !== 'sigv4' || externalUrl !== url;
  return hasPage ? externalUrl.replace(/\/+$/, '') : undefined;
}

/** The pages about one objective, in the order in which they are shown. */
export function objectiveLinks({
  slo,
  links,
  grafanaTemplate,
  annotations,
  promql,
  fileUrl,
}: {
  slo: Pick<SloSummary, 'id' | 'service' | 'name' | 'environment'>;
  links: InstanceLinks | undefined;
  grafanaTemplate?: string;
  /** Of the alert rules. */
  annotations: readonly Record<string, string>[];
  /** What the link to Prometheus shows. */
  promql: string;
  fileUrl?: string;
}): SloLink[] {
  const { id, service, environment } = slo;
  const grafana =
    grafanaTemplate &&
    grafanaUrl(grafanaTemplate, { id, service, slo: slo.name, environment });
  return [
    link('prometheus', 'Prometheus', links?.query(promql)),
    link('grafana', 'Grafana', grafana),
    link('alertmanager', 'Alertmanager', links?.alerts(id)),
    ...runbooks(annotations).map(url => link('runbook', 'Runbook', url)),
    link('file', 'SLO file', fileUrl),
  ].flat();
}

function link(
  kind: SloLink['kind'],
  title: string,
  url: string | undefined,
): SloLink[] {
  return url ? [{ kind, title, url }] : [];
}

/** Names of the annotation of an alert that leads to what to do. */
const RUNBOOK_ANNOTATIONS = ['runbook_url', 'runbook', 'runbookUrl'];

/** Each once. */
function runbooks(annotations: readonly Record<string, string>[]): string[] {
  const urls = annotations.flatMap(each =>
    RUNBOOK_ANNOTATIONS.flatMap(name => each[name] ?? []).filter(isWebAddress),
  );
  return [...new Set(urls)];
}

/** Alert annotations may hold anything, such as `javascript:`. */
function isWebAddress(url: string): boolean {
  return URL.canParse(url) && /^https?:$/.test(new URL(url).protocol);
}
