import type { PrometheusStub, StubSeries } from './PrometheusStub';

/** What the rules of an objective record, with what a test wants otherwise. */
export interface RecordedOptions {
  service?: string;
  name?: string;
  /** Percent. */
  objective?: number;
  /** Share of errors over all windows that `ratios` does not name. */
  ratio?: number;
  /** By window; undefined means that there is no sample. */
  ratios?: Record<string, number | undefined>;
  /** Events of the period; none are recorded where it is undefined. */
  total?: number;
  /** Of all series. */
  labels?: Record<string, string>;
  /** Of `sloth_slo_info` alone. */
  info?: Record<string, string>;
  /** Days. */
  period?: number;
  alerts?: { severity: 'page' | 'ticket'; state: 'firing' | 'pending' }[];
}

const WINDOWS = ['5m', '30m', '1h', '2h', '6h', '1d', '3d'];

/** The series of one objective. */
export function recordedSeries(options: RecordedOptions = {}): StubSeries[] {
  const { service = 'cart', name = 'availability', objective = 99.9 } = options;
  const { ratio = 0.0002, ratios = {}, total, period = 30 } = options;
  const labels = {
    sloth_id: `${service}-${name}`,
    sloth_service: service,
    sloth_slo: name,
    ...options.labels,
  };
  const of = (
    metric: string,
    value: number,
    more: Record<string, string> = {},
  ): StubSeries => ({
    labels: { __name__: metric, ...labels, ...more },
    value,
  });
  return [
    of('sloth_slo_info', 1, {
      sloth_mode: 'shopstack-guarded',
      sloth_objective: String(objective),
      sloth_spec: 'prometheus/v1',
      sloth_version: '0.1.0',
      ...options.info,
    }),
    of('slo:objective:ratio', objective / 100),
    of('slo:time_period:days', period),
    ...[...WINDOWS, `${period}d`].flatMap(window => {
      const value = window in ratios ? ratios[window] : ratio;
      return value === undefined
        ? []
        : [
            of(`slo:sli_error:ratio_rate${window}`, value, {
              sloth_window: window,
            }),
          ];
    }),
    ...(total === undefined
      ? []
      : [
          of(`slo:sli_total:increase${period}d`, total, {
            sloth_window: `${period}d`,
          }),
        ]),
    ...(options.alerts ?? []).flatMap(({ severity, state }) => {
      const alert = { alertname: 'CartErrors', sloth_severity: severity };
      return [
        of('ALERTS', 1, { ...alert, alertstate: state }),
        of('ALERTS_FOR_STATE', 1_699_999_000, alert),
      ];
    }),
  ];
}

const metricOf = ({ labels }: StubSeries) => labels?.__name__ ?? '';

/** Lets a pretend Prometheus answer the queries of an overview with these series, and that they were there for 60 days. */
export function record(
  stub: PrometheusStub,
  series: StubSeries[],
  { since = stub.now - 60 * 86_400 } = {},
): void {
  const where = (wanted: RegExp) =>
    series.filter(each => wanted.test(metricOf(each)));
  stub
    .on('sloth_slo_info', where(/^sloth_slo_info$/))
    .on(/^\{__name__=~"slo:sli_error/, where(/^slo:sli_error/))
    .on(/^\{__name__=~"slo:objective/, where(/^slo:(?!sli_error)/))
    .on(/ALERTS/, where(/^ALERTS/))
    .on(
      /^min_over_time/,
      where(/^slo:sli_error:ratio_rate(5m|1d)$/).map(({ labels }) => {
        const { __name__: _metric, ...rest } = labels!;
        return { labels: rest, value: Math.max(since, stub.now - 30 * 86_400) };
      }),
    );
}
