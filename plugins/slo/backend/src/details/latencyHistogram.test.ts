import { promqlProblem } from '@shopstack/plugin-slo-common/rules';
import { latencyHistogramOf, quantileQuery } from './latencyHistogram';

const USUAL = 'http_request_duration_seconds';

it.each([
  [
    'sum(rate(grpc_seconds_count{job="a",grpc_code!="0"}[5m]))',
    'grpc_seconds_bucket{job="a"}',
    true,
  ],
  [
    'sum(rate(api_seconds_bucket{job="a",le="+Inf",verb=~"GET|LIST"}[5m]))',
    'api_seconds_bucket{job="a",verb=~"GET|LIST"}',
    true,
  ],
  [
    'sum(rate(http_requests_total{service="cart",status!~"4.."}[5m]))',
    'http_request_duration_seconds_bucket{service="cart"}',
    false,
  ],
  [
    'sum(rate(http_requests_total[5m]))',
    'http_request_duration_seconds_bucket{}',
    false,
  ],
])('finds the histogram of %s', (total, buckets, isOwn) => {
  expect(latencyHistogramOf(total, USUAL)).toEqual({ buckets, isOwn });
});

it('finds none where nothing is selected', () => {
  expect(latencyHistogramOf('vector(1)', USUAL)).toBeUndefined();
});

it('asks for quantiles over all of its labels', () => {
  const promql = quantileQuery(
    { buckets: 'x_bucket{a="b"}', isOwn: true },
    0.9,
    '1h',
  );
  expect(promql).toBe(
    'histogram_quantile(0.9, sum by (le) (rate(x_bucket{a="b"}[1h])))',
  );
  expect(promqlProblem(promql)).toBeUndefined();
});
