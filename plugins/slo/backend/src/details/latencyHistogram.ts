import { seriesSelectors } from '@shopstack/plugin-slo-common/rules';

/** A classic histogram with the matchers that narrow it to what an objective counts. */
export interface LatencyHistogram {
  /** Selector of its buckets. */
  buckets: string;
  /** True when the objective counts by this very histogram; else it may not exist. */
  isOwn: boolean;
}

/** Labels that say how a request ended; the latency of all requests is wanted, whatever became of them. */
const STATUS_LABELS =
  /^(le|status|code|status_code|http_status|http_status_code|http_response_status_code|response_code|grpc_code|result|outcome)$/;

/** What the total of a histogram is named. */
const HISTOGRAM_PART = /_(?:count|bucket|sum)$/;

/**
 * The histogram that tells how long what an objective counts took: the one that it counts by, else the configured one
 * with the objective's matchers.
 *
 * @param total - the query of all events, with a window filled in
 */
export function latencyHistogramOf(
  total: string,
  configured: string,
): LatencyHistogram | undefined {
  const [first, ...more] = seriesSelectors(total);
  if (!first) return undefined;
  const own = [first, ...more].find(
    ({ metric }) => metric && HISTOGRAM_PART.test(metric),
  );
  const { matchers } = own ?? first;
  const metric = own
    ? own.metric!.replace(HISTOGRAM_PART, '_bucket')
    : `${configured}_bucket`;
  const kept = matchers
    .filter(({ label }) => label !== '__name__' && !STATUS_LABELS.test(label))
    .map(({ text }) => text);
  return { buckets: `${metric}{${kept.join(',')}}`, isOwn: own !== undefined };
}

/** Seconds that a share of the events took at most. */
export function quantileQuery(
  { buckets }: LatencyHistogram,
  quantile: number,
  window: string,
): string {
  return `histogram_quantile(${quantile}, sum by (le) (rate(${buckets}[${window}])))`;
}
