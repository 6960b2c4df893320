import {
  generateRules,
  type GeneratorMode,
  parseSloFile,
  type RuleGroup,
  toPlainRules,
} from '@shopstack/plugin-slo-common/rules';

const REQUESTS = 'http_requests_total';
const BUCKETS = 'http_request_duration_seconds_bucket';

const rate = (selector: string) => `sum(rate(${selector}[{{.window}}]))`;

function fileOf(
  service: string,
  name: string,
  objective: number,
  sli: { events: [errors: string, total: string] } | { raw: string },
): string {
  const kind =
    'raw' in sli
      ? `raw: {error_ratio_query: '${sli.raw}'}`
      : `events: {error_query: '${sli.events[0]}', total_query: '${sli.events[1]}'}`;
  return `version: prometheus/v1
service: ${service}
labels: {environment: prod}
slos:
  - name: ${name}
    objective: ${objective}
    sli:
      ${kind}
    alerting: {name: Burns, page_alert: {labels: {severity: page}}, ticket_alert: {labels: {severity: ticket}}}
`;
}

/** Failed requests, told by their code, among all of a service. */
const availability = (
  service: string,
  objective: number,
  measured: string = service,
) =>
  fileOf(service, 'availability', objective, {
    events: [
      rate(`${REQUESTS}{service="${measured}",code=~"5.."}`),
      rate(`${REQUESTS}{service="${measured}"}`),
    ],
  });

/** Requests that took longer than 0.3 s, by buckets. */
const latency = (service: string, objective: number) =>
  fileOf(service, 'latency', objective, {
    events: [
      ['+Inf', '0.3']
        .map(le => rate(`${BUCKETS}{service="${service}",le="${le}"}`))
        .join(' - '),
      rate(`${BUCKETS}{service="${service}",le="+Inf"}`),
    ],
  });

/** What the server is asked to record: files and the mode in which their rules are made. */
const FILES: [text: string, mode: GeneratorMode][] = [
  [availability('checkout', 99.5), 'guarded'],
  [latency('catalogue', 95), 'guarded'],
  [availability('search', 99.9), 'guarded'],
  [availability('archive', 99), 'guarded'],
  [availability('newborn', 99.9), 'guarded'],
  [availability('unguarded', 99.9, 'newborn'), 'sloth'],
  [availability('payments', 95), 'sloth'],
  [
    fileOf('probe', 'uptime', 90, {
      raw: '1 - avg_over_time(probe_success{service="probe"}[{{.window}}])',
    }),
    'guarded',
  ],
  [
    // Both sides have a series for each code, and nothing says which belong together.
    fileOf('broken', 'availability', 99, {
      raw: ['code', 'code']
        .map(
          by =>
            `sum by (service, ${by}) (rate(${REQUESTS}{service="checkout"}[{{.window}}]))`,
        )
        .join(' / on (service) '),
    }),
    'guarded',
  ],
];

export const LIVE_SERVICES = [
  'checkout',
  'catalogue',
  'search',
  'archive',
  'newborn',
  'unguarded',
  'payments',
  'probe',
  'broken',
];

/** Objectives that have been there for days. */
const OLD = ['catalogue-latency', 'search-availability'];

/** The rules of a file. */
export function groupsOf(text: string, mode: GeneratorMode): RuleGroup[] {
  const { documents, problems } = parseSloFile(text, { file: 'slo.yaml' });
  if (problems.length > 0) throw new Error(JSON.stringify(problems));
  return documents.flatMap(document => generateRules(document, { mode }));
}

/** A file of rules for each file of objectives. */
export function liveRules(): string[] {
  return FILES.map(([text, mode]) => toPlainRules(groupsOf(text, mode)));
}

const HOUR = 3_600;

/**
 * What some of the rules recorded in the last three days, in OpenMetrics text: no errors. Their own rules look at counters
 * and not at this, so that it is only to be seen that they are old.
 */
export function livePast(now: number): string {
  const end = Math.floor(now / HOUR) * HOUR - 6 * HOUR;
  const hours = Array.from({ length: 66 }, (_, hour) => end - hour * HOUR);
  return FILES.flatMap(([text, mode]) => groupsOf(text, mode))
    .flatMap(({ rules }) => rules)
    .flatMap(rule =>
      'record' in rule &&
      rule.record === 'slo:sli_error:ratio_rate5m' &&
      OLD.includes(rule.labels.sloth_id)
        ? [`${rule.record}{${labelsOf(rule.labels)}} 0`]
        : [],
    )
    .flatMap(series => hours.map(hour => `${series} ${hour}`).reverse())
    .join('\n');
}

function labelsOf(labels: Record<string, string>): string {
  return Object.entries(labels)
    .map(([name, value]) => `${name}=${JSON.stringify(value)}`)
    .join(',');
}
