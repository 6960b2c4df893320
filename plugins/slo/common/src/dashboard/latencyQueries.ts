import { type SeriesSelector, seriesSelectors, withWindow } from '../promql';
import type { Sli } from '../specification/SloSpecification';
import type { PanelQuery } from './panel';

const QUANTILES = [0.5, 0.9, 0.99];

/** Quantiles of the histogram whose bucket an SLI counts; none where it counts no bucket. */
export function latencyQueries(sli: Sli): PanelQuery[] {
  const query = sli.kind === 'events' ? sli.errorQuery : sli.errorRatioQuery;
  const bucket = seriesSelectors(withWindow(query, '5m')).find(isBucket);
  if (!bucket) return [];
  const others = bucket.matchers
    .filter(({ label }) => label !== 'le')
    .map(({ text }) => text);
  const series = `${bucket.metric}{${others.join(',')}}`;
  return QUANTILES.map(quantile => ({
    promql: `histogram_quantile(${quantile}, sum by (le) (rate(${series}[5m])))`,
    legend: `p${quantile * 100}`,
  }));
}

function isBucket({ metric, matchers }: SeriesSelector): boolean {
  return (
    metric !== undefined &&
    metric.endsWith('_bucket') &&
    matchers.some(({ label }) => label === 'le')
  );
}
