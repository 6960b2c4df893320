import type { ClockedPrometheus } from '../upstream/InstanceClock';
import { pickSeries } from './pickSeries';
import { allRecordedRatios, type RecordedSlo, SLI_RECORD } from './records';

/** The share of errors over one window, now. */
export interface WindowRatio {
  /** Prometheus duration, as the record is named. */
  window: string;
  ratio: number;
}

/**
 * The recorded shares of errors over all windows, in one query. What is no number is left out: it measures nothing.
 *
 * @throws UpstreamError for every fault of Prometheus.
 */
export async function readRatios(
  slo: RecordedSlo,
  { prometheus }: ClockedPrometheus,
): Promise<WindowRatio[]> {
  const { result } = await prometheus.query(allRecordedRatios(slo));
  const windows = new Set(result.map(({ labels }) => windowOf(labels)));
  return [...windows].flatMap(window => {
    const series = pickSeries(
      result.filter(({ labels }) => windowOf(labels) === window),
      slo.labels,
    );
    return series && Number.isFinite(series.value)
      ? [{ window, ratio: series.value }]
      : [];
  });
}

function windowOf(labels: Record<string, string>): string {
  return (labels.__name__ ?? '').slice(SLI_RECORD.length);
}
