import { MetricFamily, ModelSeries } from '../ModelSeries';
import { PodSubject } from './PodSubject';
import { podTraffic } from './podTraffic';
import { targetLabels } from './targetLabels';

const NAME = 'http_request_duration_seconds';
/** Upper bounds in seconds, those that Prometheus client libraries begin with. */
const BOUNDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
/** How wide latencies spread around their median (sigma of the logarithm), and how much slower slow requests are. */
const SPREAD = 0.45;
const SLOW_FACTOR = 9;

/** Latencies by route and method: log-normal around the route's median, and the same much later for slow requests. */
export const HTTP_DURATION: MetricFamily<PodSubject> = {
  name: NAME,
  names: [`${NAME}_bucket`, `${NAME}_sum`, `${NAME}_count`],
  metadata: {
    type: 'histogram',
    help: 'Duration of HTTP requests in seconds, by route and method.',
  },
  series: subject => {
    const { target, model } = subject;
    const { requests, slow } = podTraffic(subject);
    return model.profile.routes.flatMap(routeProfile => {
      const { route, method, share, medianLatency } = routeProfile;
      const counter = (
        suffix: string,
        whole: boolean,
        ofUsual: number,
        ofSlow: number,
        more: Record<string, string> = {},
      ): ModelSeries => ({
        labels: targetLabels(target, `${NAME}_${suffix}`, {
          route,
          method,
          ...more,
        }),
        life: target,
        shape: {
          kind: 'counter',
          whole,
          amount: time => {
            const slowOnes = slow(time);
            const usual = requests(time) - slowOnes;
            return share * (usual * ofUsual + slowOnes * ofSlow);
          },
        },
      });
      const mean = medianLatency * Math.exp(SPREAD ** 2 / 2);
      return [
        ...BOUNDS.map(bound =>
          counter(
            'bucket',
            true,
            shareBelow(bound, medianLatency),
            shareBelow(bound, medianLatency * SLOW_FACTOR),
            { le: String(bound) },
          ),
        ),
        counter('bucket', true, 1, 1, { le: '+Inf' }),
        counter('sum', false, mean, mean * SLOW_FACTOR),
        counter('count', true, 1, 1),
      ];
    });
  },
};

/** The share of log-normal latencies below a bound, by the logistic stand-in for the normal distribution. */
function shareBelow(bound: number, median: number): number {
  return 1 / (1 + Math.exp((-1.702 * Math.log(bound / median)) / SPREAD));
}
