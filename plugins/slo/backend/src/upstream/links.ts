import { formatDuration } from '@shopstack/plugin-slo-common';
import { type GrafanaPlaceholder, PLACEHOLDER } from '../configGrafana';

/**
 * Address of the graph of an expression in Prometheus. It works in both generations of its pages: the newer ones send
 * `/graph` on to `/query` and read the same parameters.
 *
 * @param externalUrl Address that people open, without a slash at the end.
 * @param view What is drawn: the last `rangeSeconds` (default an hour) until `end` (Unix seconds, default now), as a
 *   graph unless `table` is wanted.
 */
export function prometheusGraphUrl(
  externalUrl: string,
  promql: string,
  view: { rangeSeconds?: number; end?: number; table?: boolean } = {},
): string {
  const { rangeSeconds = 3_600, end, table = false } = view;
  const parameters: [string, string][] = [
    ['g0.expr', promql],
    ['g0.tab', table ? '1' : '0'],
    ['g0.range_input', formatDuration(Math.max(1, Math.round(rangeSeconds)))],
  ];
  if (end !== undefined) {
    const moment = new Date(end * 1000).toISOString();
    parameters.push(
      // Both pages read `YYYY-MM-DD HH:MM:SS` as UTC.
      [
        table ? 'g0.moment_input' : 'g0.end_input',
        `${moment.slice(0, 10)} ${moment.slice(11, 19)}`,
      ],
    );
  }
  return `${externalUrl}/graph?${query(parameters)}`;
}

/** Address of the alerts in Prometheus, searched by the name of the rule. */
export function prometheusAlertsUrl(externalUrl: string, name: string): string {
  return `${externalUrl}/alerts?${query([['search', name]])}`;
}

/**
 * Address of the alerts in Alertmanager that carry all these labels, held back ones too.
 *
 * @param externalUrl Address that people open, without a slash at the end.
 */
export function alertmanagerAlertUrl(
  externalUrl: string,
  labels: Record<string, string>,
): string {
  const matchers = Object.entries(labels).map(
    ([name, value]) => `${name}=${quote(value)}`,
  );
  return `${externalUrl}/#/alerts?${query([
    ['filter', `{${matchers.join(',')}}`],
    ['silenced', 'true'],
    ['inhibited', 'true'],
    ['active', 'true'],
  ])}`;
}

/** Address of one silence in Alertmanager. */
export function alertmanagerSilenceUrl(
  externalUrl: string,
  id: string,
): string {
  return `${externalUrl}/#/silences/${encodeURIComponent(id)}`;
}

/**
 * Address of an objective's dashboard, or undefined where the template needs what is not known.
 *
 * @param template `slo.grafanaUrl`, as `readSloConfig` has checked it.
 */
export function grafanaUrl(
  template: string,
  values: Partial<Record<GrafanaPlaceholder, string>>,
): string | undefined {
  let complete = true;
  const url = template.replace(PLACEHOLDER, (_, name: GrafanaPlaceholder) => {
    const value = values[name];
    // A value of dots alone would be a step in the path, encoded or not.
    complete &&= Boolean(value) && !/^\.+$/.test(value!);
    return encodeURIComponent(value ?? '');
  });
  return complete ? new URL(url).href : undefined;
}

function query(parameters: [string, string][]): string {
  return parameters
    .map(([key, value]) => `${key}=${encodeURIComponent(value)}`)
    .join('&');
}

/** As a text of a matcher. */
function quote(value: string): string {
  const escaped = value.replace(/[\\"]/g, '\\$&').replaceAll('\n', '\\n');
  return `"${escaped}"`;
}
